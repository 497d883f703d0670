import { z } from "zod";

/**
 * The weight of one level: milli-bits, and more for each bit of rarity of the shared value.
 * A mobile number is rare in a file of ten rows too: rarity counts as `leastRarityBits` at least.
 */
export interface LevelWeight {
  readonly milliBits: number;
  readonly perRarityBit: number;
  readonly leastRarityBits: number;
}

type LevelWeights = Readonly<Record<string, LevelWeight>>;

/**
 * A match model: everything a verdict depends on besides the integers of the table. Fellegi-Sunter
 * log-odds (1969) as data: whatever engine evaluates it on the same integers gets the same clusters.
 */
export interface MatchModel {
  readonly version: 1;
  /** Names the model in certificates and logs. */
  readonly name: string;
  /** Odds before anything is compared: milli-bits, and less for each doubling of the table. */
  readonly prior: { readonly milliBits: number; readonly perDoubling: number };
  /** Least weight of a match, and of a pair that a person should see. */
  readonly thresholds: { readonly match: number; readonly possible: number };
  /** Comparison -> level -> weight; a level that is not listed weighs nothing. */
  readonly comparisons: Readonly<Record<string, LevelWeights>>;
  /** The same for custom fields, by how they are compared. */
  readonly custom: Readonly<Record<"exact" | "text" | "name" | "date" | "number", LevelWeights>>;
  readonly cluster: ClusterModel;
}

/** When two clusters may become one: average link over match probabilities in thousandths. */
export interface ClusterModel {
  /** Probability of a pair that was never compared or fell below `possible`. */
  readonly unseenPerMille: number;
  /** Least mean probability over all pairs across two clusters. */
  readonly mergePerMille: number;
}

const milliBits = z.int().min(-100_000).max(100_000);
const perMille = z.int().min(0).max(1000);

const levelWeights = z.record(
  z.string(),
  z.strictObject({
    milliBits,
    perRarityBit: z.int().min(0).max(2000).default(0),
    leastRarityBits: z.int().min(0).max(31).default(0),
  }),
);

/** A model file: strict, integers only. */
export const matchModelSchema: z.ZodType<MatchModel> = z.strictObject({
  version: z.literal(1),
  name: z.string().min(1).describe("Names the model in certificates and logs"),
  prior: z.strictObject({ milliBits, perDoubling: milliBits }),
  thresholds: z
    .strictObject({ match: milliBits, possible: milliBits })
    .refine(({ match, possible }) => match >= possible, "`match` at least as high as `possible`"),
  comparisons: z.record(z.string(), levelWeights),
  custom: z.strictObject({
    exact: levelWeights,
    text: levelWeights,
    name: levelWeights,
    date: levelWeights,
    number: levelWeights,
  }),
  cluster: z.strictObject({ unseenPerMille: perMille, mergePerMille: perMille }),
});
