import { errorMessages } from "../error-messages.ts";
import type { ErrorMessage } from "../error-messages/error-message.ts";
import { GoldpanError } from "../errors.ts";
import type { Rule } from "../model/finding.ts";
import { exitCodeRules } from "../model/exit-code.ts";
import { scoringRules } from "../scoring/checks.ts";
import { byCodePoint } from "../text/code-point.ts";
import { editDistance } from "../text/edit-distance.ts";
import { listRules } from "./list-rules.ts";

type Texts = Readonly<Record<"en" | "zh", string>>;

/** What a code means; checks also say why it matters, errors what to do. */
export type CodeExplanation = Rule & { readonly why?: Texts; readonly howToFix?: Texts };

/**
 * What a finding, rule, check, error or exit code means: `explainCode("V103")`, `explainCode("H2")`,
 * `explainCode("IMPORT_EMPTY_FILE")`, `explainCode("4")`. Throws USAGE_UNKNOWN_CODE with the nearest
 * code there is.
 */
export function explainCode(code: string): CodeExplanation {
  const explanations = [...scoringRules, ...listRules(), ...errorRules(), ...exitCodeRules];
  const found = explanations.find((each) => each.code === code);
  if (found !== undefined) return found;
  const nearest = nearestCode(
    code,
    explanations.map((each) => each.code),
  );
  throw new GoldpanError("USAGE_UNKNOWN_CODE", { code, nearest });
}

function errorRules(): CodeExplanation[] {
  const entries: [string, ErrorMessage][] = Object.entries(errorMessages);
  return entries.map(([code, { exit, en, zh, hint }]) => ({
    code,
    name: `exit ${exit}`,
    en,
    zh,
    ...(hint !== undefined && { howToFix: hint }),
  }));
}

/** The letter of a code says what it is about: a slip in a digit is likelier than one in the letter. */
function nearestCode(code: string, codes: readonly string[]): string {
  const [nearest] = codes
    .map((each) => ({ each, distance: distanceOf(code, each) }))
    .toSorted((a, b) => a.distance - b.distance || byCodePoint(a.each, b.each));
  return nearest?.each ?? "";
}

function distanceOf(code: string, other: string): number {
  const letter = code[0] === other[0] ? 0 : 1;
  return letter + editDistance(code, other, code.length + other.length);
}
