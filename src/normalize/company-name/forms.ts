import { lookAlike } from "../../text/look-alikes.ts";
import { soundAlike } from "../../text/sound.ts";
import { buildTrie, longestWord, type Trie, wordNumber } from "../../text/trie.ts";
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

interface Forms {
  readonly trie: Trie;
  /** Form id by the number of the tail. */
  readonly ids: readonly string[];
}

const llc = "有限公司";
let forms: Forms | undefined;

function buildForms(): Forms {
  const tails: string[] = [];
  const ids: string[] = [];
  for (const line of lines) {
    const [form = "", ...words] = line.split(" ");
    tails.push(...words);
    ids.push(...words.map(() => form));
  }
  return { trie: buildTrie(tails, true), ids };
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

/**
 * The folded name with its form in one writing: `"华宸有限责任公司"`, `"华宸有限司公"` and `"华宸有线公司"` ->
 * `"华宸有限公司"`. A name cut off inside its form is completed.
 */
export function canonicalForm(name: string): string {
  if (name.endsWith("有限公司") && !mayBeOdd.test(name)) return name;
  if (!/[司限有公责]/.test(name.slice(-16))) return name;
  const plain = rewrite(name, synonyms);
  if (plain.endsWith("有限公司") && !plain.includes("有有限")) return plain;
  const written = rewrite(plain, slips);
  return written.includes("有限公司") ? written : mistypedForm(written);
}

function rewrite(name: string, rules: typeof slips): string {
  return rules.reduce((text, [pattern, right]) => text.replace(pattern, right), name);
}

/** One letter of 有限公司 replaced by one of its sound or look. */
function mistypedForm(name: string): string {
  if (!/有限|限公|公司|有.公/.test(name)) return name;
  for (let at = name.length - llc.length; at >= 2; at -= 1) {
    const written = name.slice(at, at + llc.length);
    const wrong = placesThatDiffer(written);
    const [place = 0] = wrong;
    if (wrong.length === 1 && isSlip(written.charAt(place), place)) {
      return name.slice(0, at) + llc + name.slice(at + llc.length);
    }
  }
  return name;
}

function placesThatDiffer(written: string): readonly number[] {
  return [0, 1, 2, 3].filter((place) => llc.charAt(place) !== written.charAt(place));
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
  forms ??= buildForms();
  const length = longestWord(forms.trie, name, name.length, name.length - 2);
  if (length === 0) return { core: name, form: "", tail: "" };
  const start = name.length - length;
  const inner = length > 1 ? wordNumber(forms.trie, name, start + 1) : -1;
  const cut = inner >= 0 && crossesForm(name, start) ? start + 1 : start;
  const form = forms.ids[wordNumber(forms.trie, name, cut)] ?? "";
  return { core: name.slice(0, cut), form, tail: name.slice(cut) };
}

/** Whether a trade word begins before the form and ends inside it. */
function crossesForm(name: string, start: number): boolean {
  return tradeLengthBefore(name, start + 1) >= 2;
}
