import type { Rule } from "../../model/finding.ts";
import type { Normalized, Normalizer, NormalizeOptions } from "../../model/normalizer.ts";
import { missingValue } from "../missing-value.ts";
import { outcomeOf } from "../outcome.ts";
import { readWriting } from "../writing.ts";
import { readUdi } from "./read-udi.ts";

/**
 * Device identifiers of medical devices. `"06901234567892.0"` -> display "06901234567892", key the
 * same; `"(01)06901234567892(17)130131"` stays and has the key of its device. `"6901234567892"` has
 * the key with its zero. What is none stays as written, without a key.
 */
export const udi: Normalizer<undefined> = {
  name: "text",
  observe: () => undefined,
  normalize: (raw, _context, options) => missingValue(raw, options) ?? readCell(raw, options),
};

function readCell(raw: string, options: NormalizeOptions): Normalized {
  const { text, steps, findings } = readWriting(raw);
  const found = readUdi(text);
  if (typeof found === "string") {
    const code = found === "lost" ? "N321" : "N322";
    const problem = { code, severity: "warning", value: raw } as const;
    const items = [{ display: text, key: "", written: raw }];
    return outcomeOf(raw, { items, steps, findings: [...findings, problem] }, options);
  }
  const display = text
    .replace(/\s/g, "")
    .replace(/^'/, "")
    .replace(/(?<=^\d{8,14})\.0+$/, "");
  const items = [{ display, key: found.di, written: raw }];
  return outcomeOf(
    raw,
    { items, steps: [...steps, { rule: "N320", text: display }], findings },
    options,
  );
}

/** The rules of device identifiers. */
export const udiRules: readonly Rule[] = [
  {
    code: "N320",
    name: "udi-format",
    zh: "产品标识去掉空格、撇号与 Excel 加上的小数",
    en: "Spaces, apostrophes and the decimals that Excel adds to a device identifier are removed",
    example: ["06901234567892.0", "06901234567892"],
    fix: "safe",
  },
  {
    code: "N321",
    name: "udi-digits-lost",
    zh: "产品标识被 Excel 写成科学计数法，位数已丢失，需重新导出",
    en: "Excel wrote the device identifier in scientific notation and its digits are lost; export it again as text",
    example: ["6.90123E+12", "6.90123E+12"],
  },
  {
    code: "N322",
    name: "udi-invalid",
    zh: "不是有效的产品标识（GTIN 校验位、GS1 或 MA 结构）",
    en: "No valid device identifier: the check digit of the GTIN, or the structure of GS1 or MA",
    example: ["7501031311308", "7501031311308"],
    fix: "needs-review",
  },
];
