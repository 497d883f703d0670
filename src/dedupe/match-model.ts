import { z } from "zod";

/**
 * The weight of one level: milli-bits, and more for each bit of rarity of the shared value.
 * A mobile number is rare in a file of ten rows too: rarity counts as `leastRarityBits` at least.
 */
export interface LevelWeight {
  readonly milliBits: number;
  readonly perRarityBit: number;
  readonly leastRarityBits: number;
  /** Share of the level among true pairs that can be compared: what training starts from. */
  readonly perMille: number;
}

type LevelWeights = Readonly<Record<string, LevelWeight>>;

/** Least weights, in milli-bits. */
export interface Thresholds {
  readonly match: number;
  /**
   * The same for a table that compares custom fields alone: names are what strangers have in common
   * by more than chance.
   */
  readonly matchWithoutNames: number;
  /** Of a pair that a person should see. */
  readonly possible: number;
}

/** From this weight on so many of a thousand pairs are one. */
export interface CalibrationStep {
  readonly fromMilliBits: number;
  readonly perMille: number;
}

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
  readonly thresholds: Thresholds;
  /**
   * What share of pairs of a weight are one, by labels: rising steps. Without it the probability is
   * what the weight stands for, as log-odds. No verdict goes by it.
   */
  readonly calibration?: readonly CalibrationStep[] | undefined;
  /** Comparison -> level -> weight; a level that is not listed weighs nothing. */
  readonly comparisons: Readonly<Record<string, LevelWeights>>;
  /**
   * Odds of one company against two of one group: siblings share their brand, and often trade,
   * hotline or address; and against two whose brands differ by a letter (华鑫, 新华鑫), as many in one
   * city and trade do. A pair weighs the least of all its sums.
   */
  readonly kin: readonly KinModel[];
  /** Weights of custom fields, by how they are compared. */
  readonly custom: Readonly<Record<"exact" | "text" | "name" | "date" | "number", LevelWeights>>;
  readonly contest: ContestModel;
  readonly cluster: ClusterModel;
}

/** Milli-bits that tell one company from two of one kind of kin; what is not listed tells nothing. */
export interface KinModel {
  /** The kind of kin: "other-city", "other-trade", "other-brand". */
  readonly name: string;
  /** False for companies that only look alike: they are no relations of each other. */
  readonly isGroup: boolean;
  readonly prior: number;
  readonly comparisons: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** What it costs a pair that one of its records fits a third one, which the other does not. */
export interface ContestModel {
  /** Milli-bits by which the rival pair may weigh less. */
  readonly margin: number;
  /** The rival and the other record are strangers when they weigh less than this ... */
  readonly strangersBelow: number;
  /** ... and stand at one of these levels: comparison -> levels. */
  readonly conflicts: Readonly<Record<string, readonly string[]>>;
  readonly penalty: number;
}

/** When two clusters may become one: average link over match probabilities in thousandths. */
export interface ClusterModel {
  /** Probability of a pair that was never compared or fell below `possible`. */
  readonly unseenPerMille: number;
  /**
   * What a pair of two places that is no match by itself counts: below nothing, so that no third
   * record without a place joins the two.
   */
  readonly apartPerMille: number;
  /** Least mean probability over all pairs across two clusters. */
  readonly mergePerMille: number;
  /** A match that a cluster hangs by is asked about when it is less than this above the threshold. */
  readonly bridgeMilliBits: number;
}

const milliBits = z.int().min(-100_000).max(100_000);
const perMille = z.int().min(0).max(1000);

const levelWeights = z.record(
  z.string(),
  z.strictObject({
    milliBits,
    perRarityBit: z.int().min(0).max(2000).default(0),
    leastRarityBits: z.int().min(0).max(31).default(0),
    perMille: perMille.default(0),
  }),
);

function isRising(steps: readonly CalibrationStep[]): boolean {
  return steps.every(({ fromMilliBits, perMille: share }, at) => {
    const before = steps[at - 1];
    return (
      before === undefined || (before.fromMilliBits < fromMilliBits && before.perMille <= share)
    );
  });
}

/** A model file: strict, integers only. */
export const matchModelSchema: z.ZodType<MatchModel> = z.strictObject({
  version: z.literal(1),
  name: z.string().min(1).describe("Names the model in certificates and logs"),
  prior: z.strictObject({ milliBits, perDoubling: milliBits }),
  thresholds: z
    .strictObject({ match: milliBits, matchWithoutNames: milliBits, possible: milliBits })
    .refine(({ match, possible }) => match >= possible, "`match` at least as high as `possible`"),
  calibration: z
    .array(z.strictObject({ fromMilliBits: milliBits, perMille }))
    .refine(isRising, "steps that rise")
    .optional()
    .describe("What share of pairs of a weight are one, by labels"),
  comparisons: z.record(z.string(), levelWeights),
  kin: z.array(
    z.strictObject({
      name: z.string().min(1),
      isGroup: z.boolean().default(true),
      prior: milliBits,
      comparisons: z.record(z.string(), z.record(z.string(), milliBits)),
    }),
  ),
  custom: z.strictObject({
    exact: levelWeights,
    text: levelWeights,
    name: levelWeights,
    date: levelWeights,
    number: levelWeights,
  }),
  contest: z.strictObject({
    margin: milliBits,
    strangersBelow: milliBits,
    conflicts: z.record(z.string(), z.array(z.string())),
    penalty: milliBits,
  }),
  cluster: z.strictObject({
    unseenPerMille: perMille,
    apartPerMille: z.int().min(-1000).max(1000).default(-1000),
    mergePerMille: perMille,
    bridgeMilliBits: milliBits.default(2000),
  }),
});
