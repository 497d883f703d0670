import type { Language } from "../errors.ts";
import type { EntityName } from "../model/entity.ts";
import type { RelationKind, Verdict } from "../model/golden.ts";
import { formatPerMille, formatWeight } from "./format-number.ts";
import { labelOfField } from "./label-of.ts";
import { comparisonWord, kinWord, levelWord, relationWord, ruleWord } from "./match-words.ts";
import type { ReportStyle } from "./report-style.ts";
import { valueText } from "./shown-value.ts";
import { textTable } from "./text-table.ts";
import { say } from "./words.ts";

/** Why two records are, may be or are not the same; the weights of the rows add up. */
export interface ExplainedMatch {
  readonly kind: "match";
  readonly entity: EntityName;
  readonly left: string;
  readonly right: string;
  readonly rows: readonly {
    readonly comparison: string;
    readonly field: string;
    readonly left: string;
    readonly right: string;
    readonly level: string;
    readonly weightMilliBits: number;
  }[];
  /** What the pair weighs against strangers and against each kind of kin: the least counts. */
  readonly odds?: readonly { readonly against: string; readonly weightMilliBits: number }[];
  readonly rules: readonly { readonly id: string; readonly reason: string }[];
  readonly weightMilliBits: number;
  readonly matchAtMilliBits: number;
  readonly possibleAtMilliBits: number;
  readonly verdict: Verdict;
  /** How likely it is one, in thousandths; left out where a rule or a person decides. */
  readonly probabilityPerMille?: number | undefined;
  /** Whether labels told the probability; else it is what the weight stands for. */
  readonly isCalibrated?: boolean;
  /** Families of keys that both share; without any they were never compared. */
  readonly keys: readonly string[];
  /** What a person decided about them, the last that counts. */
  readonly decision?:
    | { readonly id: number; readonly same: boolean; readonly by: string }
    | undefined;
  /** The golden records they are in since the last `dedupe`, "" before it. */
  readonly goldens: readonly [left: string, right: string];
  /** How the two golden records belong together without being one. */
  readonly relation?: { readonly kind: RelationKind; readonly isLeft: boolean } | undefined;
}

/** Why two records are one or not: what each comparison added, what rules say, and the verdict. */
export function matchText(match: ExplainedMatch, style: ReportStyle): string {
  const { language } = style;
  const columns = [
    { title: say("field", language), align: "left" },
    { title: match.left, align: "left" },
    { title: match.right, align: "left" },
    { title: say("level", language), align: "left" },
    { title: say("weight", language), align: "right" },
  ] as const;
  const rows = match.rows
    .filter(saysSomething)
    .map((row) => [
      comparisonLabel(match.entity, row, language),
      ...[row.left, row.right].map((value) => cellText(match.entity, row, { value, style })),
      levelText(row, language),
      signed(row.weightMilliBits),
    ]);
  const rules = match.rules.map(({ id, reason }) => `  ${id}  ${ruleWord(id, language) ?? reason}`);
  const lines = [
    ...rules,
    "",
    ...oddsLine(match, language),
    ...circumstances(match, language),
    ...likelihoodLine(match, language),
    verdictLine(match, language),
  ];
  return `${textTable(columns, rows, style)}${lines.join("\n")}\n`;
}

/** A region is read from the name too, and a contact stands in rows of its own: then nothing is empty. */
function cellText(
  entity: EntityName,
  { field, level }: ComparedRow,
  shown: { readonly value: string; readonly style: ReportStyle },
): string {
  const isElsewhere = shown.value === "" && field !== "" && !level.endsWith("missing");
  if (isElsewhere) return say("elsewhereValue", shown.style.language);
  return valueText(entity, field, shown);
}

type ComparedRow = ExplainedMatch["rows"][number];

/** A field that neither record has is not worth a line. */
function saysSomething({
  comparison,
  field,
  left,
  right,
  level,
  weightMilliBits,
}: ComparedRow): boolean {
  if (weightMilliBits !== 0) return true;
  // A part of the name that neither has: the whole name is shown in other lines.
  if (level === "missing" && field === "legal_name" && comparison !== "name") return false;
  return left !== "" || right !== "" || level !== "missing";
}

function comparisonLabel(
  entity: EntityName,
  { comparison, field }: ComparedRow,
  language: Language,
): string {
  if (field === "") return say(comparison === "contest" ? "contest" : "prior", language);
  return comparisonWord(comparison, language) ?? labelOfField(entity, field, language);
}

function levelText(
  { comparison, field, level, left, right }: ComparedRow,
  language: Language,
): string {
  if (comparison === "contest") return say("rivalFits", language);
  if (field === "") return againstWord(level, language);
  const isHalf = level === "missing" && (left === "") !== (right === "");
  return levelWord(isHalf ? "one-missing" : level, language);
}

/** `againstWord("other-city", "en")` -> "among companies of one group in two cities" */
function againstWord(against: string, language: Language): string {
  if (against === "strangers") return say("amongStrangers", language);
  return kinWord(against, language) ?? say("amongKin", language);
}

/** Where kin counts, all sums: people ask why so much in common is so little. */
function oddsLine({ odds = [], rows }: ExplainedMatch, language: Language): string[] {
  const isAgainstKin = rows.some(
    ({ field, level }) => field === "" && level !== "strangers" && level !== "",
  );
  if (!isAgainstKin) return [];
  const sums = odds.map(
    ({ against, weightMilliBits }) =>
      `${againstWord(against, language)} ${signed(weightMilliBits)}`,
  );
  return [say("leastOdds", language, { sums: sums.join(", ") })];
}

function relationLine({ relation, left, right }: ExplainedMatch, language: Language): string[] {
  if (relation === undefined) return [];
  const { kind, isLeft } = relation;
  const word = kind === "parent_branch" && !isLeft ? "branch_parent" : kind;
  return [say("relatedAs", language, { left, right, relation: relationWord(word, language) })];
}

/** Why they were looked at, what a person said, and where they are now. */
function circumstances(match: ExplainedMatch, language: Language): string[] {
  const { keys, decision, goldens } = match;
  const [left, right] = goldens;
  const compared =
    keys.length === 0
      ? say("noSharedKey", language)
      : say("sharedKeys", language, { keys: keys.join(", ") });
  const where =
    left === right
      ? say("inOneGolden", language, { id: left })
      : say("inTwoGoldens", language, { left, right });
  return [
    compared,
    ...(decision === undefined ? [] : [decisionLine(decision, language)]),
    ...(left === "" || right === "" ? [] : [where]),
    ...relationLine(match, language),
  ];
}

function decisionLine(
  { id, by, same }: NonNullable<ExplainedMatch["decision"]>,
  language: Language,
): string {
  const decision = say(same ? "sameRecord" : "differentRecord", language);
  return say("pairDecided", language, { id: String(id), by, decision });
}

function likelihoodLine(
  { probabilityPerMille, isCalibrated = false }: ExplainedMatch,
  language: Language,
): string[] {
  if (probabilityPerMille === undefined) return [];
  const share = formatPerMille(probabilityPerMille);
  return [say(isCalibrated ? "likelyByLabels" : "likelyByWeight", language, { share })];
}

const verdictWords = {
  match: "verdictMatch",
  possible: "verdictPossible",
  "non-match": "verdictNonMatch",
} as const;

function verdictLine(match: ExplainedMatch, language: Language): string {
  return say("verdictLine", language, {
    verdict: say(verdictWords[match.verdict], language),
    weight: signed(match.weightMilliBits),
    match: formatWeight(match.matchAtMilliBits),
    possible: formatWeight(match.possibleAtMilliBits),
  });
}

function signed(milliBits: number): string {
  const text = formatWeight(milliBits);
  return milliBits > 0 ? `+${text}` : text;
}
