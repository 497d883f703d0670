import type { Language } from "../errors.ts";
import { canonicalModel, findField } from "../model/canonical-model.ts";
import type { EntityName } from "../model/entity.ts";
import type { Rule } from "../model/finding.ts";
import type { Verdict } from "../model/golden.ts";
import { formatWeight } from "./format-number.ts";
import { labelOfField } from "./label-of.ts";
import { maskValue } from "./mask.ts";
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
  readonly verdict: Verdict;
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
  const rows = match.rows.map((row) => [
    row.field === "" ? row.comparison : labelOfField(match.entity, row.field, language),
    ...[row.left, row.right].map((value) => valueText(match.entity, row.field, { value, style })),
    row.level,
    signed(row.weightMilliBits),
  ]);
  const rules = match.rules.map(({ id, reason }) => `  ${id}  ${reason}\n`);
  const verdict = `${match.verdict}: ${say("matchWeight", language)} ${signed(match.weightMilliBits)}`;
  return `${textTable(columns, rows, style)}${rules.join("")}\n${verdict}\n`;
}

function goldenText(
  { entity, golden, members, values }: ExplainedGolden,
  style: ReportStyle,
): string {
  const { language } = style;
  const titles = ["field", "value", "record", "rule"] as const;
  const columns = titles.map((key) => ({ title: say(key, language), align: "left" as const }));
  const rows = values.map(({ field, value, record, rule }) => [
    labelOfField(entity, field, language),
    valueText(entity, field, { value, style }),
    record,
    rule,
  ]);
  const made = say("madeOf", language, { id: golden, members: members.join(", ") });
  return `${textTable(columns, rows, style)}\n${made}\n`;
}

function valueText(
  entity: EntityName,
  field: string,
  { value, style }: { readonly value: string; readonly style: ReportStyle },
): string {
  if (value === "") return field === "" ? "" : say("emptyValue", style.language);
  if (style.showValues === true) return value;
  return maskValue(findField(canonicalModel, entity, field), value);
}

function signed(milliBits: number): string {
  const text = formatWeight(milliBits);
  return milliBits > 0 ? `+${text}` : text;
}
