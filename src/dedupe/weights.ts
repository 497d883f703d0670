import { levelOf, rarityOf, type Comparison, type LevelCode } from "./comparisons/comparison.ts";
import { entityComparisons } from "./comparisons/entity-comparisons.ts";
import type { LevelWeight, MatchModel } from "./match-model.ts";
import type { PackedRecords } from "./packed-records.ts";
import { quarterBits, raritySteps } from "./rarities/rarity.ts";

/** No comparison has more levels. */
export const mostLevels = 16;

/** Weights of every level and rarity of one comparison, ready to be looked up. */
export type WeightTable = Int32Array;

/** One table a comparison, in the order of `entityComparisons`. */
export function weightTables(
  packed: Pick<PackedRecords, "entity" | "customFields">,
  model: MatchModel,
): WeightTable[] {
  return entityComparisons(packed).map((comparison) =>
    weightTable(comparison, levelsOfComparison(packed, model, comparison.name)),
  );
}

/** The weights of a comparison by level: its own, or those of custom fields compared like it. */
export function levelsOfComparison(
  { customFields }: Pick<PackedRecords, "customFields">,
  { comparisons, custom }: MatchModel,
  name: string,
): Readonly<Record<string, LevelWeight>> {
  const field = customFields.find((each) => name === `custom.${each.name}`);
  return comparisons[name] ?? (field === undefined ? {} : custom[field.compare]);
}

/** What a pair weighs against one kind of kin: a prior and the bits of each level. */
export interface KinTables {
  readonly prior: number;
  readonly levels: readonly Int32Array[];
}

/** Two records without names are no kin of each other. */
const noNames = 1_000_000;

/** Weights against each kind of kin, comparisons in the order of `entityComparisons`. */
export function kinTables(
  packed: Pick<PackedRecords, "entity" | "customFields">,
  { kin }: MatchModel,
): KinTables[] {
  return kin.map(({ prior, comparisons }) => ({
    prior,
    levels: entityComparisons(packed).map(({ name, levels }) =>
      Int32Array.from(levels, (level, at) =>
        name === "name" && at === 0 ? noNames : (comparisons[name]?.[level] ?? 0),
      ),
    ),
  }));
}

/** The weight a table gives to what a comparison said, in milli-bits. */
export function weightOf(table: WeightTable, code: LevelCode): number {
  return table[levelOf(code) * raritySteps + rarityOf(code)] ?? 0;
}

/** What the odds are before anything is compared: a larger table makes a chance hit likelier. */
export function priorWeight({ prior }: MatchModel, size: number): number {
  return prior.milliBits - Math.trunc((quarterBits(size) * prior.perDoubling) / 4);
}

/** The weight of a level at a rarity in quarter bits. */
function levelWeight(weight: LevelWeight, rarity: number): number {
  const quarters = Math.max(rarity, weight.leastRarityBits * 4);
  return weight.milliBits + Math.trunc((quarters * weight.perRarityBit) / 4);
}

/** The part of a weight that comes from the rarity of what is shared. */
export function rarityWeight(
  levels: readonly (LevelWeight | undefined)[],
  code: LevelCode,
): number {
  const weight = levels[levelOf(code)];
  return weight === undefined ? 0 : levelWeight(weight, rarityOf(code)) - weight.milliBits;
}

function weightTable(
  comparison: Comparison,
  levels: Readonly<Record<string, LevelWeight>>,
): WeightTable {
  const table = new Int32Array(mostLevels * raritySteps);
  for (const [level, name] of comparison.levels.entries()) {
    const weight = levels[name];
    if (weight === undefined) continue;
    for (let rarity = 0; rarity < raritySteps; rarity += 1) {
      table[level * raritySteps + rarity] = levelWeight(weight, rarity);
    }
  }
  return table;
}
