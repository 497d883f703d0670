import { formatCount } from "./format-number.ts";
import type { ReportStyle } from "./report-style.ts";
import { textTable } from "./text-table.ts";
import { say } from "./words.ts";

/** A share with its 95 % interval, all 0..1. */
export interface EstimatedShare {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How good clusters are by one way of counting. */
export interface EvaluationMeasures {
  readonly precision: EstimatedShare;
  readonly recall: EstimatedShare;
  readonly f1: number;
  readonly f1Low: number;
  readonly f1High: number;
}

/** How good clusters are; `bCubed` is left out where only labelled pairs were given. */
export interface EvaluationResult {
  readonly records: number;
  readonly pairs: EvaluationMeasures;
  readonly bCubed?: EvaluationMeasures | undefined;
  /** Labelled records, or pairs, that the clusters do not hold. */
  readonly labelsWithoutCluster: number;
  /** Records of clusters that nobody labelled. */
  readonly recordsWithoutLabel: number;
}

/** Precision, recall and F1 with their intervals, by pairs and by records (B-cubed). */
export function evaluationText(result: EvaluationResult, style: ReportStyle): string {
  const { language } = style;
  const keys = ["precision", "recall", "f1"] as const;
  const columns = [
    { title: say("measuredBy", language), align: "left" as const },
    ...keys.map((key) => ({ title: say(key, language), align: "right" as const })),
  ];
  const rows = [[say("pairs", language), ...cellsOf(result.pairs)]];
  if (result.bCubed !== undefined) rows.push(["B-cubed", ...cellsOf(result.bCubed)]);
  const verdict = say("evaluated", language, {
    records: formatCount(result.records),
    f1: fourDigits(result.pairs.f1),
  });
  return `${textTable(columns, rows, style)}\n${leftOut(result, style)}${verdict}\n`;
}

/** What did not count, so that nobody takes a part for the whole. */
function leftOut(result: EvaluationResult, { language }: ReportStyle): string {
  const { labelsWithoutCluster, recordsWithoutLabel } = result;
  const lines = [
    [labelsWithoutCluster, "labelsWithoutCluster"],
    [recordsWithoutLabel, "recordsWithoutLabel"],
  ] as const;
  return lines
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${say(word, language, { count })}\n`)
    .join("");
}

function cellsOf({ precision, recall, f1, f1Low, f1High }: EvaluationMeasures): string[] {
  return [precision, recall, { value: f1, low: f1Low, high: f1High }].map(withInterval);
}

function withInterval({ value, low, high }: EstimatedShare): string {
  return `${fourDigits(value)} (${fourDigits(low)} - ${fourDigits(high)})`;
}

const fourDigits = (share: number): string => share.toFixed(4);
