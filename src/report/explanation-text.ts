import type { Language } from "../errors.ts";
import type { EntityName } from "../model/entity.ts";
import type { Rule } from "../model/finding.ts";
import type { RelationKind } from "../model/golden.ts";
import { labelOfField } from "./label-of.ts";
import { relationWord, survivorshipWord } from "./match-words.ts";
import { matchText, type ExplainedMatch } from "./pair-explanation-text.ts";
import type { ReportStyle } from "./report-style.ts";
import { maskField, valueText } from "./shown-value.ts";
import { textTable } from "./text-table.ts";
import { say } from "./words.ts";

type Texts = Readonly<Record<Language, string>>;

/** What a code means; checks also say why it matters and how to fix it. */
export type ExplainedCode = Rule & { readonly why?: Texts; readonly howToFix?: Texts };

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
