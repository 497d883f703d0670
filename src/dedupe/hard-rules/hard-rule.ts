import type { ComparedTable } from "../compared-table.ts";
import type { Granularity } from "../granularity.ts";
import { levelOf, type LevelCodes } from "../comparisons/comparison.ts";

/**
 * What a rule says about a pair, stronger ones last: nothing, it is the same whatever the weights
 * say, at most a person may say so, a person must look at it, it is never the same.
 */
export const effects = { none: 0, always: 1, review: 2, ask: 3, never: 4 } as const;

/** One of `effects`. */
export type Effect = (typeof effects)[keyof typeof effects];

/** A rule bound to a table; rows are told by where they start in `cells`. */
export type ApplyRule = (left: number, right: number, codes: LevelCodes) => Effect;

/** A rule that outranks the weights. */
export interface HardRule {
  readonly id: string;
  readonly reason: string;
  /** Binds to a table and the levels of its comparisons. */
  bind(context: RuleContext): ApplyRule;
}

/** What a rule may ask. */
export interface RuleContext {
  readonly table: ComparedTable;
  readonly granularity: Granularity;
  /** Whether a pair stands at one of these levels: `is("name", "differ")`. */
  readonly is: (comparison: string, ...levels: readonly string[]) => (codes: LevelCodes) => boolean;
}

/** A test on the code at `index` against a set of level numbers. */
export function atLevels(index: number, levels: readonly number[]): (codes: LevelCodes) => boolean {
  const mask = levels.reduce((bits, level) => bits | (1 << level), 0);
  return (codes) => (mask & (1 << levelOf(codes[index] ?? 0))) !== 0;
}
