import type { Language } from "../errors.ts";
import type { EstimatedShare } from "./evaluation-text.ts";
import { formatWeight } from "./format-number.ts";
import { say } from "./words.ts";

/** What labelled pairs said of the match threshold and of the weights. */
export interface LabelledNote {
  readonly threshold: {
    readonly outcome: "kept" | "moved" | "too-few" | "nowhere" | "too-dear";
    /** Least share of matches that should be right. */
    readonly target: number;
    /** Whether somebody asked for it. */
    readonly isAsked: boolean;
    readonly givenMilliBits: number;
    readonly matchMilliBits: number;
    readonly labels: number;
    /** How many labels it takes at least to prove the target. */
    readonly needed: number;
    /** Right ones among the matches, on labels that the threshold was not chosen by. */
    readonly precision: EstimatedShare;
    /** The threshold that was too dear, and the share of right pairs that it would leave to people. */
    readonly price?: { readonly milliBits: number; readonly lost: number };
  };
  /** How far the probabilities shown are off, in thousandths; left out where nothing was fitted. */
  readonly calibration?: { readonly pairs: number; readonly errorPerMille: number } | undefined;
}

const words = {
  kept: "thresholdKept",
  moved: "thresholdMoved",
  "too-few": "thresholdTooFew",
  nowhere: "thresholdNowhere",
  "too-dear": "thresholdTooDear",
} as const;

/** Where the match threshold comes from; "" where nobody asked for anything, and few labels tell it. */
export function thresholdText(
  { isTrained, labelled }: { readonly isTrained: boolean; readonly labelled?: LabelledNote },
  language: Language,
): string {
  if (labelled === undefined || isSilent(labelled, isTrained)) return "";
  const { outcome, target, givenMilliBits, matchMilliBits, labels, needed, precision, price } =
    labelled.threshold;
  return say(words[outcome], language, {
    target: percent(target),
    given: formatWeight(givenMilliBits),
    weight: formatWeight(matchMilliBits),
    count: labels,
    needed,
    precision: percentWithInterval(precision),
    ...(price !== undefined && {
      dear: formatWeight(price.milliBits),
      lost: percent(price.lost),
    }),
  });
}

/** Where too little was there to learn from at all, that has been said. */
function isSilent({ threshold }: LabelledNote, isTrained: boolean): boolean {
  const { outcome, isAsked, labels } = threshold;
  return !isAsked && outcome === "too-few" && (!isTrained || labels === 0);
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))}%`;
}

/** `{ value: 0.996, low: 0.991, high: 0.998 }` -> "99.6% (99.1 - 99.8)" */
export function percentWithInterval({ value, low, high }: EstimatedShare): string {
  const [share = "", ...bounds] = [value, low, high].map((each) => (each * 100).toFixed(1));
  return `${share}% (${bounds.join(" - ")})`;
}
