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
const compatibleLetters = /[\u2e80-\u2fdf\uf900-\ufaff]/g;

/**
 * The order matters: what was put between the letters goes first, then their form changes. Each
 * step is safe: it changes how a text is written, never what it says.
 */
const rules: readonly TextRule[] = [
  { rule: "N107", kinds: foreign, step: withoutPinyinAnnotations },
  { rule: "N102", kinds: invisible | surrogate, step: withoutInvisible },
  { rule: "N101", kinds: wide, step: narrowLetters },
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

const ideographicSpace = 0x3000;
/** From a letter of full width to the plain one. */
const toNarrow = 0xfee0;

/** Commas and full stops of Chinese sentences keep their width; letters, digits and brackets do not. */
function narrowLetters(text: string): string {
  let result = "";
  let done = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (!isWide(code)) continue;
    const plain = code === ideographicSpace ? " " : String.fromCharCode(code - toNarrow);
    result += text.slice(done, at) + plain;
    done = at + 1;
  }
  return done === 0 ? text : result + text.slice(done);
}

function isWide(code: number): boolean {
  if (code < 0xff01 || code > 0xff5e) return code === ideographicSpace;
  return !"，；：！？".includes(String.fromCharCode(code));
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
  const kinds = kindsIn(raw);
  if (isOrdinary(raw, kinds)) return { text: raw, changes: noChanges, problems: noProblems };
  const first = applyOnce(raw, kinds, ordered);
  const { text, changes } = first;
  if (changes.length === 0) return first;
  const left = kindsIn(text);
  if (isOrdinary(text, left)) return { text, changes, problems: noProblems };
  const second = applyOnce(text, left, ordered);
  return { ...second, changes: [...changes, ...second.changes] };
}

/** Most cells hold nothing but ordinary letters. */
function isOrdinary(text: string, kinds: number): boolean {
  return kinds === 0 && !text.includes("?");
}

function applyOnce(raw: string, kinds: number, ordered: readonly TextRule[]): CleanedText {
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
