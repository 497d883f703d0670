import { holdsLetterOf, letterSet } from "../../text/letter-set.ts";
import { lookAlike } from "../../text/look-alikes.ts";
import { soundAlike } from "../../text/sound.ts";
import { buildTrie, longestWordNumber, type Trie, wordNumber } from "../../text/trie.ts";
import { holds, holdsTwice, type NameLetters, nameLetters } from "./name-letters.ts";
import lines from "./data/forms.json" with { type: "json" };
import { tradeLengthBefore } from "./trades.ts";

export interface WithoutForm {
  readonly core: string;
  /** Id of the organisation form, "" when none. */
  readonly form: string;
  /** The letters of the form; "" when none. */
  readonly tail: string;
}

/** One way to write the end of a name. */
interface Tail {
  readonly length: number;
  /** Id of its form. */
  readonly form: string;
  /** The form of the tail without its first letter, "" where that is none. */
  readonly inner: string;
}

interface Forms {
  readonly trie: Trie;
  /** In the order of the trie's words. */
  readonly tails: readonly Tail[];
}

const llc = "有限公司";
let forms: Forms | undefined;

function buildForms(): Forms {
  const words: string[] = [];
  const ids: string[] = [];
  for (const line of lines) {
    const [form = "", ...tails] = line.split(" ");
    words.push(...tails);
    ids.push(...tails.map(() => form));
  }
  const trie = buildTrie(words, true);
  const innerOf = (word: string): string => ids[wordNumber(trie, word, 1)] ?? "";
  const tails = words.map((word, at) => {
    return { length: word.length, form: ids[at] ?? "", inner: innerOf(word) };
  });
  return { trie, tails };
}

/** Ways to write the two commonest forms in full. */
const synonyms: readonly (readonly [RegExp, string])[] = [
  [/股份有限责任公司|股份责任有限公司|股份公司/, "股份有限公司"],
  [/有限责任有限公司|有限责任公司|责任有限公司|有限责任公可/, "有限公司"],
  [/股[分芬]有限公司|股份有公司/, "股份有限公司"],
];

const mayBeOdd = /责任|有有限|股[分芬]/;

/** Slips that leave the meaning clear: doubled, swapped, dropped letters; a name cut off inside its form. */
const slips: readonly (readonly [RegExp, string])[] = [
  [
    /有限司公|有公限司|限有公司|有有限公司|有限限公司|有限公公司|有限公司司|有限有限公司|有限公司公司|有限公司有限公司|有限公司责任公司/,
    "有限公司",
  ],
  [/有限责任?公?$|有限(?:任公|责公|责任)司?$|有限责?任?司$/, "有限公司"],
  [/(?<!有|无)限公司$|(?<![国公民所私现专没])有公司$|有限[公司]?$/, "有限公司"],
];

/** Whether the name ends in 有限公司 and has no letter that would be odd: it is in one writing as it is. */
export function isCanonical(name: string, letters: NameLetters): boolean {
  const { limited, oddForm, parent } = nameLetters;
  return !holds(letters, oddForm | parent) && !holdsTwice(letters, limited) && name.endsWith(llc);
}

/** Of each synonym and of each slip one letter. */
const synonymLetters = /[股责]/;
const slipLetters = /[有限]/;

/**
 * The folded name with its form in one writing: `"华宸有限责任公司"`, `"华宸有限司公"` and `"华宸有线公司"` ->
 * `"华宸有限公司"`. A name cut off inside its form is completed.
 */
export function canonicalForm(name: string): string {
  if (name.endsWith(llc) && !mayBeOdd.test(name)) return name;
  if (!endsInForm(name)) return name;
  const plain = synonymLetters.test(name) ? rewrite(name, synonyms) : name;
  if (plain.endsWith(llc) && !plain.includes("有有限")) return plain;
  const written = slipLetters.test(plain) ? rewrite(plain, slips) : plain;
  return written.includes(llc) ? written : mistypedForm(written);
}

const formLetters = letterSet("司限有公责");

/** Whether one of the last sixteen letters is one of a form. */
function endsInForm(name: string): boolean {
  return holdsLetterOf(formLetters, name, Math.max(0, name.length - 16));
}

function rewrite(name: string, rules: typeof slips): string {
  return rules.reduce((text, [pattern, right]) => text.replace(pattern, right), name);
}

/** One letter of 有限公司 replaced by one of its sound or look. */
function mistypedForm(name: string): string {
  if (!/有限|限公|公司|有.公/.test(name)) return name;
  for (let at = name.length - llc.length; at >= 2; at -= 1) {
    const place = onlyDifference(name, at);
    if (place >= 0 && isSlip(name.charAt(at + place), place)) {
      return name.slice(0, at) + llc + name.slice(at + llc.length);
    }
  }
  return name;
}

/** The place of the one letter in which a name differs from 有限公司 at `at`; -1 for none or several. */
function onlyDifference(name: string, at: number): number {
  let found = -1;
  for (let place = 0; place < llc.length; place += 1) {
    if (name.charCodeAt(at + place) === llc.charCodeAt(place)) continue;
    if (found >= 0) return -1;
    found = place;
  }
  return found;
}

/** After 有限 any letter may stand for one of 公司; 有 and 限 themselves need a likeness: 中国有色公司 is none. */
function isSlip(written: string, place: number): boolean {
  const right = llc.charAt(place);
  return place >= 2 || soundAlike(written, right) || lookAlike(written, right);
}

/**
 * A folded name without its organisation form: `"华宸精密有限公司"` -> core `"华宸精密"`, form "llc".
 * At least two letters stay. 图书店 is a shop (店) for books, no 书店 behind a 图.
 */
export function splitForm(name: string): WithoutForm {
  const { trie, tails } = (forms ??= buildForms());
  const found = tails[longestWordNumber(trie, name, name.length, name.length - 2)];
  if (found === undefined) return { core: name, form: "", tail: "" };
  const start = name.length - found.length;
  const isInner = found.inner !== "" && crossesForm(name, start);
  const cut = isInner ? start + 1 : start;
  return {
    core: name.slice(0, cut),
    form: isInner ? found.inner : found.form,
    tail: name.slice(cut),
  };
}

/** Whether a trade word begins before the form and ends inside it. */
function crossesForm(name: string, start: number): boolean {
  return tradeLengthBefore(name, start + 1) >= 2;
}
