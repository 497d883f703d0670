import { findField } from "../model/canonical-model.ts";
import type { EnumValue } from "../model/entity.ts";
import { valuesOf, type ScoringContext } from "./check.ts";
import type { ScorableRecord } from "../model/scorecard.ts";

/**
 * The stored word of an enum field, whichever way the record writes it; "" when missing or unknown.
 * `休眠`, `Dormant`, `dormant` -> `"dormant"`
 */
export function enumValue(record: ScorableRecord, field: string, context: ScoringContext): string {
  const [text] = valuesOf(record, field);
  if (text === undefined) return "";
  const values = findField(context.model, context.entity, field)?.values ?? [];
  return values.find((each) => means(each, text))?.value ?? "";
}

function means({ value, zh, en, synonyms }: EnumValue, text: string): boolean {
  return value === text || zh === text || en === text || (synonyms?.includes(text) ?? false);
}
