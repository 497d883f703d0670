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
}

/** How good clusters are; `bCubed` is left out where only labelled pairs were given. */
export interface EvaluationResult {
  readonly records: number;
  readonly pairs: EvaluationMeasures;
  readonly bCubed?: EvaluationMeasures | undefined;
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
  return `${textTable(columns, rows, style)}\n${verdict}\n`;
}

function cellsOf({ precision, recall, f1 }: EvaluationMeasures): string[] {
  return [...[precision, recall].map(withInterval), fourDigits(f1)];
}

function withInterval({ value, low, high }: EstimatedShare): string {
  return `${fourDigits(value)} (${fourDigits(low)} - ${fourDigits(high)})`;
}

const fourDigits = (share: number): string => share.toFixed(4);
