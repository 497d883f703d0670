import { equation } from "./conservation.ts";
import type { EntityEventKind } from "../model/golden.ts";
import { blockingText, type KeyCounts, type TruePairsByKey } from "./blocking-text.ts";
import type { EstimatedShare } from "./evaluation-text.ts";
import { formatCount, formatWeight } from "./format-number.ts";
import { labelOfEntity } from "./label-of.ts";
import type { ReportStyle } from "./report-style.ts";
import { percentWithInterval, thresholdText, type LabelledNote } from "./threshold-text.ts";
import { textTable } from "./text-table.ts";
import { say } from "./words.ts";

/** What the search for duplicates did with the records of one entity. */
export interface DedupeCounts {
  readonly entity: string;
  readonly records: number;
  readonly candidatePairs: number;
  readonly match: number;
  readonly possible: number;
  /** What people are asked: pairs of clusters with possible pairs between them. */
  readonly questions: number;
  /** Those of them that ask whether a cluster that hangs by one weak match is one. */
  readonly weakBridges: number;
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
  /** What the search is worth on these records; null where too few credit codes say. */
  readonly certificate?: Certificate | null;
  /** What each family of keys did; left out where nothing was compared. */
  readonly keys?: readonly KeyCounts[];
  /** What the records taught; left out where the weights were given. */
  readonly learned?: LearnedNote;
  /** Whose weights and rarities the search went by; left out where nothing is frozen. */
  readonly statistics?: StatisticsNote;
  /** What became of the golden records of the run before; left out in the first run. */
  readonly events?: EventCounts;
}

/** What the records of a search taught it. */
export interface LearnedNote {
  readonly isTrained: boolean;
  readonly expectedMatches: number;
  readonly labelled?: LabelledNote;
}

/** Whose weights and rarities a search goes by. */
export interface StatisticsNote {
  /** Why this run froze them anew; null where those of an earlier run stand. */
  readonly frozen: "first" | "grown" | "shrunk" | "settings" | "asked" | null;
  /** The run that froze them. */
  readonly run: number;
  /** How many records were counted then, and how many have come since. */
  readonly records: number;
  readonly newRecords: number;
}

/** Golden records by what happened to them since the run before. */
export type EventCounts = Readonly<Record<EntityEventKind, number>>;

/** Precision and recall of the same search with the credit codes hidden, judged by the codes. */
export interface Certificate {
  /** Records with a valid credit code. */
  readonly records: number;
  /** Pairs of records with one code: what was to be found. */
  readonly truePairs: number;
  readonly precision: EstimatedShare;
  readonly recall: EstimatedShare;
  /** Which keys the pairs share that were to be found. */
  readonly blocking?: TruePairsByKey;
}

/** The three verdicts with their pairs, the law of records and golden records, and the verdict last. */
export function dedupeSummary(
  entities: readonly DedupeCounts[],
  style: ReportStyle,
  isDetailed = false,
): string {
  const summaries = entities.map((counts) => {
    const blocking = isDetailed ? blockingText(counts, style) : "";
    return entitySummary(counts, style) + (blocking === "" ? "" : `\n${blocking}`);
  });
  return summaries.join("\n");
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
  if (counts.candidatePairs === 0 && counts.records === counts.golden) {
    return `${entity}: ${law}${eventsText(counts, style)}`;
  }
  const table = verdictTable(counts, style);
  const worth = certificateText(counts, style);
  const basis = statisticsText(counts, style);
  const events = eventsText(counts, style);
  const verdict = verdictLines(counts, style);
  return `${entity}: ${blocked}\n\n${table}\n${law}${worth}${basis}${events}${verdict}`;
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

/** Fewer pairs than this say little, whatever the interval. */
const fewPairs = 100;

function certificateText({ certificate }: DedupeCounts, { language }: ReportStyle): string {
  if (certificate === undefined) return "";
  if (certificate === null) return `${say("noCertificate", language)}\n`;
  const { records, truePairs, precision, recall } = certificate;
  const line = say("certificate", language, {
    records,
    pairs: truePairs,
    precision: percentWithInterval(precision),
    recall: percentWithInterval(recall),
  });
  const caution =
    truePairs < fewPairs ? `${say("fewCodes", language, { count: truePairs })}\n` : "";
  return `${line}\n${caution}`;
}

function statisticsText({ learned, statistics }: DedupeCounts, { language }: ReportStyle): string {
  const lines: string[] = [];
  if (statistics !== undefined && statistics.frozen !== "first") {
    const { frozen, records, run, newRecords } = statistics;
    const numbers = { records, run, new: newRecords };
    lines.push(say(frozen === null ? "frozenSince" : frozenWords[frozen], language, numbers));
  }
  if (learned !== undefined && !learned.isTrained) {
    lines.push(say("tooLittleToLearn", language, { count: learned.expectedMatches }));
  }
  const threshold = learned === undefined ? "" : thresholdText(learned, language);
  if (threshold !== "") lines.push(threshold);
  return lines.map((line) => `${line}\n`).join("");
}

const frozenWords = {
  grown: "frozenAsGrown",
  shrunk: "frozenAsShrunk",
  settings: "frozenBySettings",
  asked: "frozenAsAsked",
} as const;

function eventsText({ events }: DedupeCounts, { language }: ReportStyle): string {
  return events === undefined ? "" : `${say("goldenEvents", language, events)}\n`;
}

function verdictLines(counts: DedupeCounts, { language }: ReportStyle): string {
  const { duplicateClusters, records, golden, questions, weakBridges } = counts;
  const found = say("foundClusters", language, { count: duplicateClusters, records, golden });
  const pairs = questions === 0 ? "" : `${say("pairsToDecide", language, { count: questions })}\n`;
  const bridges =
    weakBridges === 0 ? "" : `${say("weakBridges", language, { count: weakBridges })}\n`;
  return `${pairs}${bridges}${found}\n`;
}
