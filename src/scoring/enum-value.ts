import type { EntityName, EnumValue, Model } from "../model/entity.ts";
import type { ScorableRecord } from "../model/scorecard.ts";
import { valuesOf, type ScoringContext } from "./check.ts";

/**
 * The stored word of an enum field, whichever way the record writes it; "" when missing or unknown.
 * `休眠`, `Dormant`, `dormant` -> `"dormant"`
 */
export function enumValue(record: ScorableRecord, field: string, context: ScoringContext): string {
  const [text] = valuesOf(record, field);
  return text === undefined ? "" : (context.enumWords.get(field)?.get(text) ?? "");
}

/** Every word of every enum field of an entity; where two values share a word the first one has it. */
export function enumWordsOf(model: Model, entity: EntityName): ScoringContext["enumWords"] {
  const fields = model.entities[entity].fields.flatMap(({ name, values }) =>
    values === undefined ? [] : [[name, wordsOf(values)] as const],
  );
  return new Map(fields);
}

function wordsOf(values: readonly EnumValue[]): ReadonlyMap<string, string> {
  const words = values.flatMap(({ value, zh, en, synonyms = [] }) =>
    [value, zh, en, ...synonyms].map((word) => [word, value] as const),
  );
  return new Map(words.toReversed());
}
