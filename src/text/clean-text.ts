import { narrow, withoutInvisible } from "./width.ts";

export interface TextChange {
  readonly rule: string;
  readonly before: string;
  readonly after: string;
}

export interface CleanedText {
  readonly text: string;
  /** Replays raw -> text: the first `before` is the raw text, the last `after` is `text`. */
  readonly changes: readonly TextChange[];
}

const han = "\\p{Script=Han}";
const spaceBetweenHan = new RegExp(`(?<=${han})[\\s\\u3000]+(?=${han})`, "gu");
const fullWidthLetters = /[\uff01-\uff5e\u3000]/g;

/** Ordered steps; each is safe: it changes how a text is written, never what it says. */
const steps: readonly (readonly [rule: string, step: (text: string) => string])[] = [
  ["N102", (text) => withoutInvisible(text)],
  ["N101", (text) => text.replace(fullWidthLetters, narrowLetter)],
  [
    "N104",
    (text) => (/[\u2e80-\u2eff\u2f00-\u2fd5\uf900-\ufaff]/.test(text) ? narrow(text) : text),
  ],
  ["N103", (text) => text.replace(/\s+/g, " ").trim()],
];

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
  return apply(raw, steps);
}

/** The same for names: spaces between Han letters go as well. `"华宸 精密"` -> `"华宸精密"` */
export function cleanName(raw: string): CleanedText {
  return apply(raw, [...steps, ["N103", (text) => text.replace(spaceBetweenHan, "")]]);
}

function apply(raw: string, ordered: typeof steps): CleanedText {
  const changes: TextChange[] = [];
  let text = raw;
  for (const [rule, step] of ordered) {
    const after = step(text);
    if (after !== text) changes.push({ rule, before: text, after });
    text = after;
  }
  return { text, changes };
}
