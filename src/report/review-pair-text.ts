import stringWidth from "string-width";
import type { Language } from "../errors.ts";
import type { EntityName } from "../model/entity.ts";
import { maskField } from "./shown-value.ts";
import { formatCount, formatPerMille, formatWeight } from "./format-number.ts";
import { labelOfEntity, labelOfField } from "./label-of.ts";
import { onOneLine } from "./fit-text.ts";
import { ruleWord } from "./match-words.ts";
import { defaultWidth, type ReportStyle } from "./report-style.ts";
import { textTable } from "./text-table.ts";
import { say } from "./words.ts";

/** Two records that may be the same, as a person needs to see them. */
export interface ReviewPair {
  readonly entity: EntityName;
  readonly left: string;
  readonly right: string;
  readonly weightMilliBits: number;
  /** How likely it is one, in thousandths; left out where a rule decides, whatever the weight. */
  readonly probabilityPerMille?: number;
  /** Levels and rules, as `dedupe` wrote them. */
  readonly reason: string;
  readonly rules: readonly string[];
  /** Fields that at least one of them fills; values of a list joined by "; ". */
  readonly fields: readonly {
    readonly field: string;
    readonly left: string;
    readonly right: string;
    /** They have a value in common, however it is written. */
    readonly agrees: boolean;
  }[];
}

/** Where a pair stands in the queue. */
export interface ReviewPlace {
  readonly number: number;
  readonly total: number;
}

/** One question: the pair side by side, what rule holds it back, and the answers there are. */
export function reviewPairText(pair: ReviewPair, place: ReviewPlace, style: ReportStyle): string {
  const { language } = style;
  const head = say("pairOf", language, {
    ...place,
    entity: labelOfEntity(pair.entity, language),
    weight: formatWeight(pair.weightMilliBits) + likelihood(pair, language),
  });
  const rows = pair.fields.map(({ field, left, right, agrees }) => [
    labelOfField(pair.entity, field, language),
    ...[left, right].map((value) => shown(pair.entity, field, { value, style })),
    agrees ? `= ${say("sameRecord", language)}` : " ",
  ]);
  const rules = pair.rules.map((id) => `  ${id}  ${ruleWord(id, language) ?? ""}`.trimEnd());
  return `${[head, "", pairTable(pair, rows, style).trimEnd(), ...rules].join("\n")}\n`;
}

/** Side by side where all of it fits; else one below the other: nobody can judge half a name. */
function pairTable(
  { left, right }: ReviewPair,
  rows: readonly (readonly string[])[],
  style: ReportStyle,
): string {
  const { width = defaultWidth } = style;
  const titles = ["", left, right, ""];
  const columns = titles.map((title) => ({ title, align: "left" as const }));
  const table = textTable(columns, rows, { ...style, width: Infinity });
  const isWithin = table.split("\n").every((line) => stringWidth(line) <= width);
  if (isWithin) return table;
  return [titles, ...rows].flatMap(stacked).join("\n");
}

/** `["电话", "021-1", "021-1", "= 相同"]` -> the field, then both values below it. */
function stacked([label = "", left = "", right = "", mark = ""]: readonly string[]): string[] {
  const head = `  ${label}  ${mark}`.trimEnd();
  return [
    ...(head === "" ? [] : [head]),
    ...[left, right].map((value, at) => `    ${at + 1}  ${onOneLine(value)}`),
  ];
}

function likelihood({ probabilityPerMille }: ReviewPair, language: Language): string {
  if (probabilityPerMille === undefined) return "";
  return `   ${say("likelySame", language, { share: formatPerMille(probabilityPerMille) })}`;
}

function shown(
  entity: EntityName,
  field: string,
  { value, style }: { readonly value: string; readonly style: ReportStyle },
): string {
  if (value === "") return say("emptyValue", style.language);
  return style.showValues === true ? value : maskField(entity, field, value);
}

/** The same with personal values masked, unless they may be shown. */
export function shownPair(pair: ReviewPair, { showValues = false }: ReportStyle): ReviewPair {
  if (showValues) return pair;
  const fields = pair.fields.map((each) => ({
    ...each,
    left: maskField(pair.entity, each.field, each.left),
    right: maskField(pair.entity, each.field, each.right),
  }));
  return { ...pair, fields };
}

/** What a session or a file of decisions came to. */
export interface ReviewOutcome {
  readonly decided: number;
  /** Decided before, the same way. */
  readonly unchanged: number;
  readonly left: number;
}

/** `"Decided 17 pairs; 395 wait"` */
export function reviewOutcomeText(
  { decided, unchanged, left }: ReviewOutcome,
  language: Language,
): string {
  const before = unchanged === 0 ? "" : `${say("decidedBefore", language, { count: unchanged })}\n`;
  const done = say("decidedPairs", language, { count: decided, left: formatCount(left) });
  return `${before}${done}\n`;
}
