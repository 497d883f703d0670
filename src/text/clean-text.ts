import { unshiftHalfLetters } from "./half-letter-shift.ts";
import { kindsIn, letterKinds } from "./letter-kinds.ts";
import { type MojibakeReading, readMojibake } from "./mojibake.ts";
import { withoutPinyinAnnotations } from "./pinyin-annotation.ts";
import { isTraditional, toSimplified } from "./traditional.ts";
import { narrow, withoutInvisible } from "./width.ts";

export interface TextChange {
  readonly rule: string;
  readonly before: string;
  readonly after: string;
}

/** What is wrong with a text and stays as it is; `detail` is what it may have been. */
export interface TextProblem {
  readonly rule: string;
  readonly detail: string;
}

export interface CleanedText {
  readonly text: string;
  /** Replays raw -> text: the first `before` is the raw text, the last `after` is `text`. */
  readonly changes: readonly TextChange[];
  readonly problems: readonly TextProblem[];
}

type Step = (text: string) => string;

/** A step with the kinds of letters without which it changes nothing. */
interface TextRule {
  readonly rule: string;
  readonly kinds: number;
  readonly step: Step;
}

const { wide, invisible, compatible, space, uncommon, foreign, traditional, surrogate } =
  letterKinds;
const han = "\\p{Script=Han}";
const spaceBetweenHan = new RegExp(`(?<=${han})[\\s\\u3000]+(?=${han})`, "gu");
const fullWidthLetters = /[\uff01-\uff5e\u3000]/g;
const compatibleLetters = /[\u2e80-\u2fdf\uf900-\ufaff]/g;

/**
 * The order matters: what was put between the letters goes first, then their form changes. Each
 * step is safe: it changes how a text is written, never what it says.
 */
const rules: readonly TextRule[] = [
  { rule: "N107", kinds: foreign, step: withoutPinyinAnnotations },
  { rule: "N102", kinds: invisible | surrogate, step: withoutInvisible },
  { rule: "N101", kinds: wide, step: (text) => text.replace(fullWidthLetters, narrowLetter) },
  { rule: "N104", kinds: compatible, step: (text) => text.replace(compatibleLetters, narrow) },
  { rule: "N103", kinds: space, step: (text) => text.replace(/\s+/g, " ").trim() },
];
const simplifying: TextRule = { rule: "N109", kinds: traditional, step: simplifyTraditional };
const joining: TextRule = {
  rule: "N103",
  kinds: space,
  step: (text) => text.replace(spaceBetweenHan, ""),
};
const textRules: readonly TextRule[] = [...rules, simplifying];
const nameRules: readonly TextRule[] = [...rules, joining, simplifying];
const personRules: readonly TextRule[] = [...rules, joining];
const noChanges: readonly TextChange[] = [];
const noProblems: readonly TextProblem[] = [];

function simplifyTraditional(text: string): string {
  return isTraditional(text) ? toSimplified(text) : text;
}

/** Commas and full stops of Chinese sentences keep their width; letters, digits and brackets do not. */
function narrowLetter(letter: string): string {
  if ("，。；：！？".includes(letter)) return letter;
  return letter === "\u3000" ? " " : String.fromCharCode(letter.charCodeAt(0) - 0xfee0);
}

/**
 * The display form of a text, each change with its rule.
 * `"ＡＢＣ科技（北京） "` -> `"ABC科技(北京)"` by N101, N103
 */
export function cleanText(raw: string): CleanedText {
  return apply(raw, textRules);
}

/** The same for names: spaces between Han letters go as well. `"华宸 精密"` -> `"华宸精密"` */
export function cleanName(raw: string): CleanedText {
  return apply(raw, nameRules);
}

/** The same for names of persons, who may write theirs in traditional letters: `"張 偉"` -> `"張偉"` */
export function cleanPersonName(raw: string): CleanedText {
  return apply(raw, personRules);
}

/** Twice where something changes: the second time finds what the first one uncovered. */
function apply(raw: string, ordered: readonly TextRule[]): CleanedText {
  const first = applyOnce(raw, ordered);
  if (first.changes.length === 0) return first;
  const second = applyOnce(first.text, ordered);
  return { ...second, changes: [...first.changes, ...second.changes] };
}

function applyOnce(raw: string, ordered: readonly TextRule[]): CleanedText {
  const kinds = kindsIn(raw);
  // Most cells hold nothing but ordinary letters.
  if (kinds === 0 && !raw.includes("?"))
    return { text: raw, changes: noChanges, problems: noProblems };
  const mojibake = (kinds & (uncommon | foreign)) === 0 ? undefined : readMojibake(raw);
  const changes: TextChange[] = [];
  const first = mojibake?.repaired ?? raw;
  if (first !== raw) changes.push({ rule: "N105", before: raw, after: first });
  const text = applyRules(ordered, first, changes);
  return { text, changes, problems: problemsOf(text, mojibake) };
}

function applyRules(ordered: readonly TextRule[], first: string, changes: TextChange[]): string {
  let text = first;
  let found = kindsIn(text);
  for (const { rule, kinds, step } of ordered) {
    // Annotated pages are traditional throughout, however few letters of a cell show it.
    const isAnnotated = rule === "N109" && changes.some((change) => change.rule === "N107");
    if ((kinds & found) === 0 && !isAnnotated) continue;
    const before = text;
    text = isAnnotated ? toSimplified(before) : step(before);
    if (text === before) continue;
    changes.push({ rule, before, after: text });
    found = kindsIn(text);
  }
  return text;
}

/** Bytes that are lost, and a shift that a person has to confirm. */
function problemsOf(text: string, mojibake: MojibakeReading | undefined): readonly TextProblem[] {
  if (mojibake !== undefined && mojibake.repaired === undefined) {
    return [{ rule: "N106", detail: "" }];
  }
  const shifted = unshiftHalfLetters(text);
  return shifted === undefined ? [] : [{ rule: "N108", detail: shifted }];
}
