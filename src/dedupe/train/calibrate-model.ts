import { probabilityPerMille } from "../cluster/match-probability.ts";
import type { PreparedComparison } from "../compare-pairs.ts";
import { thresholdsOf } from "../judge-pair.ts";
import type { LabelledEvidence, ThresholdChoice } from "../labelled-evidence.ts";
import type { MatchModel, Thresholds } from "../match-model.ts";
import { chooseThreshold, fewestToTell, usualTarget } from "./choose-threshold.ts";
import { calibrationError, fitCalibration } from "./fit-calibration.ts";
import { labelledPairs, type KnownTruth, type WeighedLabel } from "./labelled-pairs.ts";

/** What labels there are beside credit codes, and what matches must reach. */
export interface CalibrationQuestion extends KnownTruth {
  /** Least share of automatic matches that are right; undefined where nobody asked. */
  readonly precision?: number | undefined;
}

/** Rows to look at first, and rows to choose by where the first ones speak against the threshold. */
const rows = { first: 12_000, more: 120_000 } as const;

/** The model with the threshold that labels prove, and the probabilities that they tell. */
export function calibrateModel(
  prepared: PreparedComparison,
  question: CalibrationQuestion,
): { readonly model: MatchModel; readonly labelled: LabelledEvidence } {
  const { model, table } = prepared;
  const { precision } = question;
  const given = thresholdsOf(table, model);
  const target = precision === undefined ? usualTarget : { precision, isAsked: true };
  const choose = (mostRows: number): Chosen => {
    const pairs = labelledPairs(prepared, question, mostRows);
    return { pairs, threshold: chooseThreshold(pairs, given, target) };
  };
  const first = choose(target.isAsked ? rows.more : rows.first);
  const { pairs, threshold } =
    target.isAsked || isSettled(first) || table.order.length <= rows.first
      ? first
      : choose(rows.more);
  const steps = fitCalibration(pairs);
  const moved = withMatchThreshold(model, threshold.matchMilliBits, given);
  if (steps === undefined) return { model: moved, labelled: { threshold } };
  const calibrated = { ...moved, calibration: steps };
  const checkedOn = pairs.filter(({ isHeldOut }) => isHeldOut);
  const errorPerMille = calibrationError(checkedOn, (weight) =>
    probabilityPerMille(calibrated, weight),
  );
  const calibration = { pairs: pairs.length - checkedOn.length, errorPerMille };
  return { model: calibrated, labelled: { threshold, calibration } };
}

interface Chosen {
  readonly pairs: readonly WeighedLabel[];
  readonly threshold: ThresholdChoice;
}

/** Too few pairs to say anything will hardly be many among more rows. */
function isSettled({ pairs, threshold }: Chosen): boolean {
  return threshold.outcome === "kept" || pairs.length < fewestToTell;
}

/** A threshold that moved is that of this table, whether it has names or not. */
function withMatchThreshold(model: MatchModel, match: number, given: Thresholds): MatchModel {
  if (match === given.match) return model;
  return { ...model, thresholds: { ...model.thresholds, match, matchWithoutNames: match } };
}
