import {
  matchQueries as matchRange,
  type MatchListsOptions,
  type RankedMatch,
} from "../../dedupe/lookup/match-lists.ts";
import type { PackedRecords } from "../../dedupe/packed-records.ts";

/** Queries of a packed table that are looked up among its references. */
export interface MatchQueries {
  readonly packed: PackedRecords;
  readonly firstQuery: number;
  readonly options: MatchListsOptions;
  readonly from: number;
  readonly to: number;
}

/** The ranked references of each query of a range. */
export function matchQueries(input: MatchQueries): (readonly RankedMatch[])[] {
  const { packed, firstQuery, options, from, to } = input;
  return matchRange(packed, firstQuery, options, [from, to]);
}
