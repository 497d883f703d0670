import type { PackedRecords } from "../packed-records.ts";
import { entityRules } from "./entity-rules.ts";

/** The bit of a rule in `ComparedPairs.rules`, 0 where the entity has no such rule. */
export function ruleBit({ entity }: Pick<PackedRecords, "entity">, id: string): number {
  const index = entityRules(entity).findIndex((rule) => rule.id === id);
  return index < 0 ? 0 : 1 << index;
}
