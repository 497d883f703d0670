import { describe, type Language } from "../errors.ts";
import type { CheckedMapping } from "../pipeline/check-mapping-files.ts";
import { count } from "./terminal/messages.ts";

/** One line for each mapping that was checked, below it what deserves a look. */
export function checkReport(checked: readonly CheckedMapping[], language: Language): string {
  return checked
    .map(({ path, warnings }) => {
      const lines = warnings.map(
        ({ code, details }) => `  ${code}  ${describe(code, details, language)}\n`,
      );
      return `${path}: ${count(language, warnings.length, "warnings")}\n${lines.join("")}`;
    })
    .join("");
}

/** One line for each mapping that was tested, below it the examples that failed, side by side. */
export function testReport(checked: readonly CheckedMapping[], language: Language): string {
  return checked
    .map(({ path, tests }) => {
      const failed = tests.filter(({ passed }) => !passed);
      const lines = failed.map(
        ({ name, expected, actual }) =>
          `  "${name}"\n    expected ${expected}\n    actual   ${actual}\n`,
      );
      const total = count(language, tests.length, "mappingExamples");
      const bad = count(language, failed.length, "failed");
      return `${path}: ${total}, ${bad}\n${lines.join("")}`;
    })
    .join("");
}
