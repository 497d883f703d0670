import { equation } from "./conservation.ts";
import { formatCount, formatWeight } from "./format-number.ts";
import { labelOfEntity } from "./label-of.ts";
import type { ReportStyle } from "./report-style.ts";
import { textTable } from "./text-table.ts";
import { say } from "./words.ts";

/** What the search for duplicates did with the records of one entity. */
export interface DedupeCounts {
  readonly entity: string;
  readonly records: number;
  readonly candidatePairs: number;
  readonly match: number;
  readonly possible: number;
  /** Clusters of two or more records. */
  readonly duplicateClusters: number;
  readonly golden: number;
  /** Records that are members of golden records. */
  readonly inGolden: number;
  readonly archived: number;
  readonly rejected: number;
  /** From here on a pair is a match, in milli-bits. */
  readonly matchAtMilliBits: number;
  /** From here on a pair waits for a person. */
  readonly possibleAtMilliBits: number;
}

/** The three verdicts with their pairs, the law of records and golden records, and the verdict last. */
export function dedupeSummary(entities: readonly DedupeCounts[], style: ReportStyle): string {
  return entities.map((counts) => entitySummary(counts, style)).join("\n");
}

function entitySummary(counts: DedupeCounts, style: ReportStyle): string {
  const { language } = style;
  const blocked = say("blocked", language, {
    records: counts.records,
    pairs: counts.candidatePairs,
  });
  const law = equation(
    [counts.records, "recordsMade"],
    [
      [counts.inGolden, "inGolden"],
      [counts.archived, "archived"],
      [counts.rejected, "rejected"],
    ],
    style,
  );
  const entity = labelOfEntity(counts.entity, language);
  // Nothing was compared: the records are golden one to one.
  if (counts.candidatePairs === 0 && counts.records === counts.golden) return `${entity}: ${law}`;
  return `${entity}: ${blocked}\n\n${verdictTable(counts, style)}\n${law}${verdictLines(counts, style)}`;
}

function verdictTable(counts: DedupeCounts, style: ReportStyle): string {
  const { language } = style;
  const [high, low] = [counts.matchAtMilliBits, counts.possibleAtMilliBits].map(formatWeight);
  const between = say("weightBetween", language, { low: low ?? "", high: high ?? "" });
  const nonMatch = counts.candidatePairs - counts.match - counts.possible;
  return textTable(
    [
      { title: say("verdict", language), align: "left" },
      { title: say("matchWeight", language), align: "right" },
      { title: say("pairs", language), align: "right" },
      { title: say("action", language), align: "left", priority: 1 },
    ],
    [
      ["match", `>= ${high}`, formatCount(counts.match), say("mergedIntoGolden", language)],
      ["possible", between, formatCount(counts.possible), say("waitsForReview", language)],
      ["non-match", `< ${low}`, formatCount(nonMatch), say("keptApart", language)],
    ],
    style,
  );
}

function verdictLines(counts: DedupeCounts, { language }: ReportStyle): string {
  const { duplicateClusters, records, golden, possible } = counts;
  const found = say("foundClusters", language, { count: duplicateClusters, records, golden });
  const pairs = possible === 0 ? "" : `${say("pairsToDecide", language, { count: possible })}\n`;
  return `${pairs}${found}\n`;
}
