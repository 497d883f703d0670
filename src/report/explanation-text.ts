import type { Language } from "../errors.ts";
import { canonicalModel, findField } from "../model/canonical-model.ts";
import type { EntityName } from "../model/entity.ts";
import type { Rule } from "../model/finding.ts";
import type { RelationKind, Verdict } from "../model/golden.ts";
import { formatPerMille, formatWeight } from "./format-number.ts";
import { labelOfField } from "./label-of.ts";
import { maskValue } from "./mask.ts";
import {
  comparisonWord,
  levelWord,
  relationWord,
  ruleWord,
  survivorshipWord,
} from "./match-words.ts";
import type { ReportStyle } from "./report-style.ts";
import { textTable } from "./text-table.ts";
import { say } from "./words.ts";

type Texts = Readonly<Record<Language, string>>;

/** What a code means; checks also say why it matters and how to fix it. */
export type ExplainedCode = Rule & { readonly why?: Texts; readonly howToFix?: Texts };

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
}

/** Where each value of a golden record comes from. */
export interface ExplainedGolden {
  readonly kind: "golden";
  readonly entity: EntityName;
  readonly golden: string;
  readonly members: readonly string[];
  readonly values: readonly {
    readonly field: string;
    readonly value: string;
    readonly record: string;
    readonly rule: string;
  }[];
  /** Golden records that belong to it without being the same. */
  readonly relations: readonly {
    readonly kind: RelationKind;
    /** Of a parent and a branch: this one is the parent. */
    readonly isLeft: boolean;
    readonly golden: string;
    readonly name: string;
  }[];
}

/** `goldpan explain C101`: code, name, what it means, why it matters, how to fix it, an example. */
export function codeText(rule: ExplainedCode, language: Language): string {
  const lines = [
    `${rule.code}  ${rule.name}`,
    `  ${rule[language]}`,
    ...(rule.why === undefined ? [] : [`  ${rule.why[language]}`]),
    ...(rule.howToFix === undefined
      ? []
      : [`  ${say("howToFix", language, { text: rule.howToFix[language] })}`]),
    ...(rule.example === undefined
      ? []
      : [`  ${say("example", language)}: ${rule.example.map(quoted).join(" -> ")}`]),
  ];
  return `${lines.join("\n")}\n`;
}

/** `goldpan explain RECORD [RECORD]`: the waterfall of a pair, or the provenance of a golden record. */
export function recordsText(
  explained: ExplainedMatch | ExplainedGolden,
  style: ReportStyle,
): string {
  return explained.kind === "match" ? matchText(explained, style) : goldenText(explained, style);
}

const quoted = (text: string): string => `"${text}"`;

function matchText(match: ExplainedMatch, style: ReportStyle): string {
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
      ...[row.left, row.right].map((value) => valueText(match.entity, row.field, { value, style })),
      levelText(row, language),
      signed(row.weightMilliBits),
    ]);
  const rules = match.rules.map(({ id, reason }) => `  ${id}  ${ruleWord(id, language) ?? reason}`);
  const lines = [
    ...rules,
    "",
    ...circumstances(match, language),
    ...likelihoodLine(match, language),
    verdictLine(match, language),
  ];
  return `${textTable(columns, rows, style)}${lines.join("\n")}\n`;
}

type ComparedRow = ExplainedMatch["rows"][number];

/** A field that neither record has is not worth a line. */
function saysSomething({ left, right, level, weightMilliBits }: ComparedRow): boolean {
  return weightMilliBits !== 0 || left !== "" || right !== "" || level !== "missing";
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
  if (field === "") return say(level === "kin" ? "amongKin" : "amongStrangers", language);
  const isHalf = level === "missing" && (left === "") !== (right === "");
  return levelWord(isHalf ? "one-missing" : level, language);
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

function goldenText(explained: ExplainedGolden, style: ReportStyle): string {
  const { entity, golden, members, values } = explained;
  const { language } = style;
  const titles = ["field", "value", "record", "rule"] as const;
  const columns = titles.map((key) => ({ title: say(key, language), align: "left" as const }));
  const rows = values.map(({ field, value, record, rule }) => [
    labelOfField(entity, field, language),
    valueText(entity, field, { value, style }),
    record,
    survivorshipWord(rule, language),
  ]);
  const made = say("madeOf", language, { id: golden, members: members.join(", ") });
  const related = explained.relations.map((each) => relatedLine(explained.entity, each, style));
  return `${textTable(columns, rows, style)}\n${[made, ...related].join("\n")}\n`;
}

function relatedLine(
  entity: EntityName,
  { kind, isLeft, golden, name }: ExplainedGolden["relations"][number],
  style: ReportStyle,
): string {
  const field = entity === "customer" ? "legal_name" : "name";
  const shown = valueText(entity, field, { value: name, style });
  const word = kind === "parent_branch" && !isLeft ? "branch_parent" : kind;
  return `  ${relationWord(word, style.language)}: ${golden}  ${shown}`;
}

/** The same with personal values masked, unless they may be shown: JSON goes into reports too. */
export function shownExplanation(
  explained: ExplainedMatch | ExplainedGolden,
  { showValues = false }: ReportStyle,
): ExplainedMatch | ExplainedGolden {
  if (showValues) return explained;
  const { entity } = explained;
  if (explained.kind === "golden") {
    const values = explained.values.map((each) => ({
      ...each,
      value: maskField(entity, each.field, each.value),
    }));
    const relations = explained.relations.map((each) => ({
      ...each,
      name: entity === "customer" ? each.name : maskField(entity, "name", each.name),
    }));
    return { ...explained, values, relations };
  }
  const rows = explained.rows.map((row) => ({
    ...row,
    left: maskField(entity, row.field, row.left),
    right: maskField(entity, row.field, row.right),
  }));
  return { ...explained, rows };
}

/** What a field shows to somebody who did not ask for personal data; lists stay lists. */
export function maskField(entity: EntityName, field: string, value: string): string {
  const known = findField(canonicalModel, entity, field);
  return value
    .split("; ")
    .map((each) => maskValue(known, each))
    .join("; ");
}

function valueText(
  entity: EntityName,
  field: string,
  { value, style }: { readonly value: string; readonly style: ReportStyle },
): string {
  if (value === "") return field === "" ? "" : say("emptyValue", style.language);
  return style.showValues === true ? value : maskField(entity, field, value);
}

function signed(milliBits: number): string {
  const text = formatWeight(milliBits);
  return milliBits > 0 ? `+${text}` : text;
}
