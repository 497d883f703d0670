import type { EntityName, FieldTier, Model } from "../model/entity.ts";
import type { ScoringContext } from "./check.ts";
import { dayNumber } from "./day-number.ts";
import { enumWordsOf } from "./enum-value.ts";
import type { Tiers } from "./settings.ts";

/** What a scoring run is about. */
export interface ScoringScope {
  readonly entity: EntityName;
  readonly model: Model;
  /** ISO date that counts as today (`contracts.md` 7). */
  readonly asOf: string;
  readonly settings: { readonly tiers: Tiers };
}

/** The context of a run: the model's tiers with the project's own on top, and today as a number. */
export function scoringContext({ entity, model, asOf, settings }: ScoringScope): ScoringContext {
  const today = dayNumber(asOf);
  if (today === undefined) throw new Error(`asOf is no ISO date: ${asOf}`);
  const own = settings.tiers[entity] ?? {};
  const ofTier = (tier: FieldTier): string[] =>
    model.entities[entity].fields
      .filter((field) => (own[field.name] ?? field.tier) === tier)
      .map((field) => field.name);
  return {
    entity,
    enumWords: enumWordsOf(model, entity),
    today,
    keyFields: ofTier("key"),
    importantFields: ofTier("important"),
  };
}
