import type { Assignment, LabelledPair } from "./evaluate.ts";
import type { Estimate } from "./wilson.ts";

/** What labelled pairs said. */
export interface LabelledEvidence {
  readonly threshold: ThresholdChoice;
  /** Undefined where there were too few pairs, and weights stand for their odds. */
  readonly calibration?: Calibration | undefined;
}

/** How far probabilities were off on the half that they were not fitted to, in thousandths. */
export interface Calibration {
  readonly pairs: number;
  readonly errorPerMille: number;
}

/**
 * How the threshold came about: it was `kept`, for the labels do not speak against it; `moved` to
 * where they prove the target; or it stands because they are `too-few`, prove it `nowhere`, or only
 * where too many right pairs would be left to people (`too-dear`).
 */
export type ThresholdOutcome = "kept" | "moved" | "too-few" | "nowhere" | "too-dear";

/** The match threshold to go by, and what speaks for it. */
export interface ThresholdChoice {
  readonly outcome: ThresholdOutcome;
  readonly target: number;
  /** Whether somebody asked for the target. */
  readonly isAsked: boolean;
  readonly givenMilliBits: number;
  readonly matchMilliBits: number;
  /** Labelled pairs in both halves, and how many it takes at least to prove the target. */
  readonly labels: number;
  readonly needed: number;
  /** The share of right pairs from the threshold on, on the half that it was not chosen by. */
  readonly precision: Estimate;
  /** The threshold that was too dear, and the share of right pairs that it would leave to people. */
  readonly price?: { readonly milliBits: number; readonly lost: number };
}

/** Labels as `evaluate` reads them: record -> entity, or pairs. */
export type KnownLabels = Assignment | readonly LabelledPair[];
