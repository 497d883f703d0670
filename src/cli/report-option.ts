import { GoldpanError } from "../errors.ts";
import type { OptionSpec, ParsedCall } from "./command.ts";

/** A report to write beside what is printed. */
export interface ReportFile<Kind extends string> {
  readonly kind: Kind;
  readonly file: string;
}

/** `--report KIND=FILE`, as often as wanted. */
export function reportOption(kinds: readonly string[]): OptionSpec {
  const names = kinds.join(" ");
  return {
    flags: "--report <kind=file>",
    text: { en: `Write a report too (${names}); may repeat`, zh: `另写报告 (${names}); 可重复` },
    many: true,
  };
}

/** `["md=health.md"]` -> `[{ kind: "md", file: "health.md" }]`. Throws USAGE_WRONG_VALUE. */
export function parseReports<Kind extends string>(
  words: readonly string[],
  kinds: readonly Kind[],
  { command }: ParsedCall,
): ReportFile<Kind>[] {
  return words.map((found) => {
    const [name = "", ...rest] = found.split("=");
    const kind = kinds.find((each) => each === name);
    const file = rest.join("=");
    if (kind !== undefined && file !== "") return { kind, file };
    const expected = `KIND=FILE with one of ${kinds.join(", ")}`;
    const expectedZh = `类型=文件, 类型可选 ${kinds.join(", ")}`;
    const details = { command, option: "--report", found, expected, expectedZh };
    throw new GoldpanError("USAGE_WRONG_VALUE", details);
  });
}
