import type { ReportStyle } from "./report-style.ts";
import { say } from "./words.ts";

/** What a look-up of one list in another did: every query is one of the three. */
export interface MatchCounts {
  readonly queries: number;
  readonly references: number;
  readonly matched: number;
  readonly possible: number;
  readonly unmatched: number;
}

/** `Looked up 3 in 1,000: 1 matched + 1 possible + 1 not found = 3` */
export function matchSummary(counts: MatchCounts, { language }: ReportStyle): string {
  return `${say("lookedUp", language, { ...counts })}\n`;
}
