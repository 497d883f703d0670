import { findField, canonicalModel } from "../model/canonical-model.ts";
import type { EntityName } from "../model/entity.ts";
import { labelOfEntity } from "./label-of.ts";
import { maskPerson, maskValue } from "./mask.ts";
import type { ReportStyle } from "./report-style.ts";
import { textTable } from "./text-table.ts";
import { say } from "./words.ts";

/** A golden record that a person looked up. */
export interface FoundLine {
  readonly entity: EntityName;
  readonly golden: string;
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
  readonly similarity: number;
}

/** Hits, the best first: what they are, their id, and enough to tell one from the next. */
export function foundText(
  { text, found }: { readonly text: string; readonly found: readonly FoundLine[] },
  style: ReportStyle,
): string {
  const { language } = style;
  const last = `${say("foundGoldens", language, { count: found.length, text })}\n`;
  if (found.length === 0) return last;
  const columns = [
    { title: say("entity", language), align: "left" },
    { title: say("golden", language), align: "left" },
    { title: say("name", language), align: "left" },
    { title: say("value", language), align: "left", priority: 1 },
    { title: say("similarity", language), align: "right", priority: 2 },
  ] as const;
  return `${textTable(
    columns,
    found.map((each) => cellsOf(each, style)),
    style,
  )}\n${last}`;
}

function cellsOf(
  { entity, golden, name, values, similarity }: FoundLine,
  { language, showValues = false }: ReportStyle,
): string[] {
  const shownName = entity === "contact" && !showValues ? maskPerson(name) : name;
  const details = Object.entries(values).map(([field, text]) =>
    showValues ? text : maskValue(findField(canonicalModel, entity, field), text),
  );
  return [
    labelOfEntity(entity, language),
    golden,
    shownName,
    details.join(" "),
    String(similarity),
  ];
}
