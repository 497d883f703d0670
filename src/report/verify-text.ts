import type { EntityName } from "../model/entity.ts";
import type { StoreValue } from "../model/plan.ts";
import { fitText } from "./fit-text.ts";
import { formatCount } from "./format-number.ts";
import { labelOfEntity } from "./label-of.ts";
import { defaultWidth, type ReportStyle } from "./report-style.ts";
import { storeValueText } from "./store-value-text.ts";
import { textTable } from "./text-table.ts";
import { say, type Word } from "./words.ts";

/** One thing that was proved or not, e.g. V0 "rows in the store" of customers. */
export interface VerifyCheck {
  readonly level: string;
  readonly entity: EntityName;
  readonly name: string;
  /** What the check is about more closely: a column, a group; "" mostly. */
  readonly detail: string;
  readonly expected: number;
  readonly actual: number;
  readonly passed: boolean;
}

/** A value that is not what the load wrote. */
export interface VerifyDifference {
  readonly entity: EntityName;
  readonly key: StoreValue;
  readonly column: string;
  readonly expected: StoreValue;
  readonly actual: StoreValue;
}

/** What reading a load back showed. */
export interface VerifyResult {
  readonly run: string;
  readonly target: string;
  readonly checks: readonly VerifyCheck[];
  /** The first of them. */
  readonly differences: readonly VerifyDifference[];
  readonly differenceCount: number;
}

/** Names of checks, as a person reads them. */
const checkWords: Readonly<Record<string, Word>> = {
  "golden records": "checkGolden",
  inserts: "checkInserts",
  updates: "checkUpdates",
  "rows in the store": "checkRows",
  "equal groups": "checkGroups",
  "equal rows": "checkValues",
  orphans: "checkOrphans",
};

const shownDifferences = 10;

/** The checks with what was expected and found, the first ten differences, and the verdict last. */
export function verifyText(result: VerifyResult, style: ReportStyle): string {
  const { run, target, checks } = result;
  const failed = checks.filter(({ passed }) => !passed).length;
  const word = failed === 0 ? "verified" : "verifyFailed";
  const verdict = say(word, style.language, { run, target, failed, count: checks.length });
  return `${checksText(checks, style)}\n${differencesText(result, style)}${verdict}\n`;
}

function checksText(checks: readonly VerifyCheck[], style: ReportStyle): string {
  const { language } = style;
  const texts = ["level", "entity", "check"] as const;
  const numbers = ["expected", "actual"] as const;
  const columns = [
    ...texts.map((key) => ({ title: say(key, language), align: "left" as const })),
    ...numbers.map((key) => ({ title: say(key, language), align: "right" as const })),
    { title: say("result", language), align: "left" as const },
  ];
  const rows = checks.map(({ level, entity, name, detail, expected, actual, passed }) => [
    level,
    labelOfEntity(entity, language),
    [nameOf(name, style), detail].filter((part) => part !== "").join(": "),
    formatCount(expected),
    formatCount(actual),
    say(passed ? "passed" : "notPassed", language),
  ]);
  return textTable(columns, rows, style);
}

function nameOf(name: string, { language }: ReportStyle): string {
  const word = checkWords[name];
  return word === undefined ? name : say(word, language);
}

function differencesText(
  { differences, differenceCount }: VerifyResult,
  style: ReportStyle,
): string {
  if (differences.length === 0) return "";
  const lines = differences
    .slice(0, shownDifferences)
    .map((each) => fitText(differenceLine(each, style), style.width ?? defaultWidth));
  const count = differenceCount - lines.length;
  const more = count > 0 ? [`  ${say("more", style.language, { count })}`] : [];
  const all = [say("differences", style.language), ...lines, ...more];
  return `${all.join("\n")}\n\n`;
}

function differenceLine(difference: VerifyDifference, style: ReportStyle): string {
  const { entity, key, column, expected, actual } = difference;
  if (column === "") return `  ${entity}  id ${key}  ${say("rowGone", style.language)}`;
  if (column === "*") return `  ${entity}  id ${key}  ${say("otherColumn", style.language)}`;
  const [left, right] = [expected, actual].map((value) =>
    storeValueText(value, { entity, column }, style),
  );
  return `  ${entity}  id ${key}  ${column}  ${left} -> ${right}`;
}
