import { hardRuleTexts } from "../dedupe/hard-rules/hard-rule-texts.ts";
import { pairMarks } from "../dedupe/pair-marks.ts";
import { importRules } from "../importers/import-rules.ts";
import type { Rule } from "../model/finding.ts";
import { loadReasons } from "../model/load-reason.ts";
import { normalizationRules } from "../normalize/rules.ts";
import { scoringRules } from "../scoring/checks.ts";
import { byCodePoint } from "../text/code-point.ts";
import { recordRules } from "./normalizing/record-rules.ts";
import { reviewRules } from "./review/review-rules.ts";

/** Every rule that changes, finds, matches, scores or leaves out something, by code. */
export function listRules(): readonly Rule[] {
  const ofLoad = Object.entries(loadReasons).map(([code, texts]): Rule => ({ code, ...texts }));
  return [
    ...importRules,
    ...normalizationRules,
    ...recordRules,
    ...hardRuleTexts,
    ...pairMarks,
    ...reviewRules,
    ...scoringRules,
    ...ofLoad,
  ].toSorted((left, right) => byCodePoint(left.code, right.code));
}
