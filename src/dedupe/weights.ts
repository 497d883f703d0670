import { levelOf, rarityOf, type Comparison, type LevelCode } from "./comparisons/comparison.ts";
import { entityComparisons } from "./comparisons/entity-comparisons.ts";
import type { LevelWeight, MatchModel } from "./match-model.ts";
import type { PackedRecords } from "./packed-records.ts";

/** Rarity is at most 31 bits, the width of a record number. */
const rarities = 32;
const mostLevels = 16;

/** Weights of every level and rarity of one comparison, ready to be looked up. */
export type WeightTable = Int32Array;

/** One table a comparison, in the order of `entityComparisons`. */
export function weightTables(
  packed: Pick<PackedRecords, "entity" | "customFields">,
  model: MatchModel,
): WeightTable[] {
  return entityComparisons(packed).map((comparison) => {
    const customField = packed.customFields.find(
      ({ name }) => comparison.name === `custom.${name}`,
    );
    const levels =
      customField === undefined
        ? model.comparisons[comparison.name]
        : model.custom[customField.compare];
    return weightTable(comparison, levels ?? {});
  });
}

/** The weight a table gives to what a comparison said, in milli-bits. */
export function weightOf(table: WeightTable, code: LevelCode): number {
  return table[levelOf(code) * rarities + rarityOf(code)] ?? 0;
}

/** What the odds are before anything is compared: a larger table makes a chance hit likelier. */
export function priorWeight(model: MatchModel, size: number): number {
  const doublings = 31 - Math.clz32(Math.max(1, size));
  return model.prior.milliBits - doublings * model.prior.perDoubling;
}

function weightTable(
  comparison: Comparison,
  levels: Readonly<Record<string, LevelWeight>>,
): WeightTable {
  const table = new Int32Array(mostLevels * rarities);
  for (const [level, name] of comparison.levels.entries()) {
    const weight = levels[name];
    if (weight === undefined) continue;
    for (let rarity = 0; rarity < rarities; rarity += 1) {
      table[level * rarities + rarity] =
        weight.milliBits + Math.max(rarity, weight.leastRarityBits) * weight.perRarityBit;
    }
  }
  return table;
}
