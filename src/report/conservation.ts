import stringWidth from "string-width";
import { formatCount } from "./format-number.ts";
import { defaultWidth, type ReportStyle } from "./report-style.ts";
import { say, type Word } from "./words.ts";

/** One number of a law and what it counts. */
export type Part = readonly [count: number, word: Word];

/**
 * A law of `contracts.md` 5 with its numbers; broken at ` + ` where it is too wide.
 * `24,918 rows read = 24,894 source rows + 24 quarantined + 0 not data`
 * Throws when the numbers do not add up: then the step that counted them has a bug.
 */
export function equation(whole: Part, parts: readonly Part[], style: ReportStyle): string {
  const sum = parts.reduce((total, [count]) => total + count, 0);
  const label = ([count, word]: Part): string =>
    `${formatCount(count)} ${say(word, style.language).toLowerCase()}`;
  const left = `${label(whole)} = `;
  const terms = parts.map((part, at) => (at === 0 ? "" : "+ ") + label(part));
  if (whole[0] !== sum) throw new Error(`counts do not add up: ${left}${terms.join(" ")}`);
  return left + wrapTerms(terms, stringWidth(left), style.width ?? defaultWidth);
}

function wrapTerms(terms: readonly string[], indent: number, width: number): string {
  let [text, used] = ["", indent];
  for (const [at, term] of terms.entries()) {
    const needed = stringWidth(term) + 1;
    const breaks = at > 0 && used + needed > width;
    text += breaks ? `\n${" ".repeat(indent)}` : at > 0 ? " " : "";
    text += term;
    used = breaks ? indent + needed : used + needed;
  }
  return `${text}\n`;
}
