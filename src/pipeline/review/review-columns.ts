import type { Language } from "../../errors.ts";
import { cleanHeading } from "../../importers/clean-heading.ts";
import type { EntityName, Field } from "../../model/entity.ts";
import type { ReviewPair } from "../../report/review-pair-text.ts";
import { byCodePoint } from "../../text/code-point.ts";
import { textHash } from "../../text/text-hash.ts";

type Texts = Readonly<Record<Language, string>>;

type Headings =
  | "decision"
  | "number"
  | "weight"
  | "likelihood"
  | "reason"
  | "left"
  | "right"
  | "check";

/** Headings of a review sheet besides the values of the two records. */
export const reviewHeadings: Readonly<Record<Headings, Texts>> = {
  decision: { en: "Decision", zh: "判定" },
  number: { en: "No.", zh: "编号" },
  weight: { en: "Match weight", zh: "匹配权重" },
  likelihood: { en: "Likelihood", zh: "可能性" },
  reason: { en: "Why", zh: "依据" },
  left: { en: "Record (left)", zh: "记录 (左)" },
  right: { en: "Record (right)", zh: "记录 (右)" },
  check: { en: "Check", zh: "校验" },
};

/** The words of the column 判定; either language is read. */
export const decisionWords: Readonly<Record<"same" | "different" | "skip", Texts>> = {
  same: { en: "same", zh: "相同" },
  different: { en: "different", zh: "不同" },
  skip: { en: "skip", zh: "跳过" },
};

/** `sideHeading({ zh: "电话", ... }, "left", "zh")` -> "电话 (左)" */
export function sideHeading(field: Field, side: "left" | "right", language: Language): string {
  const sides = { left: { en: "left", zh: "左" }, right: { en: "right", zh: "右" } };
  return `${field[language]} (${sides[side][language]})`;
}

/** The sum that a row carries: what it is about, what it showed, and what was decided before. */
export interface ReviewCheck {
  readonly pair: string;
  readonly values: string;
  /** Number of the last decision when the file was written. */
  readonly lastDecision: number;
}

/** `checkText({ pair: "2f", values: "9a", lastDecision: 12 })` -> "2f.9a.12" */
export function checkText({ pair, values, lastDecision }: ReviewCheck): string {
  return `${pair}.${values}.${lastDecision}`;
}

/** The parts of a check; undefined when somebody wrote over it. */
export function readCheck(text: string): ReviewCheck | undefined {
  const [, pair, values, last] = /^([0-9a-z]+)\.([0-9a-z]+)\.(\d{1,15})$/.exec(text.trim()) ?? [];
  if (pair === undefined || values === undefined) return undefined;
  return { pair, values, lastDecision: Number(last) };
}

/** Tells a pair of records from every other pair, of any entity. */
export function pairSum(entity: EntityName, left: string, right: string): string {
  const ids = [left, right].toSorted(byCodePoint);
  return textHash(JSON.stringify([entity, ...ids])).toString(36);
}

/** Changes when somebody edits a value; spaces that a spreadsheet may add or take do not count. */
export function valuesSum(cells: readonly string[]): string {
  const folded = cells.map((cell) => cell.replaceAll(/\s+/g, " ").trim());
  return textHash(JSON.stringify(folded)).toString(36);
}

/** The values of a pair in the order of the fields, left and right side by side. */
export function valueCells({ fields }: ReviewPair, shown: readonly Field[]): string[] {
  return shown.flatMap(({ name }) => {
    const { left = "", right = "" } = fields.find(({ field }) => field === name) ?? {};
    return [left, right];
  });
}

/** Which columns of a sheet are which, whatever was inserted, moved or renamed around them. */
export interface FoundColumns {
  readonly at: Readonly<Record<"decision" | "left" | "right" | "check", number>>;
  /** Where a heading stands, -1 when it is gone. */
  readonly indexOf: (heading: Texts) => number;
}

/** The columns of a review sheet in either language; undefined when it is none. */
export function findColumns(columns: readonly string[]): FoundColumns | undefined {
  const cleaned = columns.map(cleanHeading);
  const indexOf = ({ en, zh }: Texts): number =>
    cleaned.findIndex((each) => each === cleanHeading(en) || each === cleanHeading(zh));
  const at = {
    decision: indexOf(reviewHeadings.decision),
    left: indexOf(reviewHeadings.left),
    right: indexOf(reviewHeadings.right),
    check: indexOf(reviewHeadings.check),
  };
  return Object.values(at).includes(-1) ? undefined : { at, indexOf };
}
