import type { LookupIndex } from "../../dedupe/lookup/candidates.ts";
import {
  matchQueries as matchRange,
  type MatchListsOptions,
  type RankedMatch,
} from "../../dedupe/lookup/match-lists.ts";

/** Queries that are looked up among the references of an index. */
export interface MatchQueries {
  readonly index: LookupIndex;
  readonly options: MatchListsOptions;
  readonly from: number;
  readonly to: number;
}

/** The ranked references of each query of a range. */
export function matchQueries(input: MatchQueries): (readonly RankedMatch[])[] {
  const { index, options, from, to } = input;
  return matchRange(index, options, [from, to]);
}
