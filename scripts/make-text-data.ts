import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Converter } from "opencc-js";
import { pinyin } from "pinyin-pro";

/** Makes the letter tables of `src/text/data` from opencc-js and pinyin-pro: `node scripts/make-text-data.ts`. */
const folder = join(import.meta.dirname, "../src/text/data");
const converters = (["t", "hk", "tw"] as const).map((from) => Converter({ from, to: "cn" }));
const [fromTraditional = String, fromHongKong = String, fromTaiwan = String] = converters;

/** Letters that OpenCC leaves alone without a phrase around them, and their key letter. */
const extra = [..."著乾於甯髙広関経済"];
const extraKeys = [..."着干于宁高广关经济"];

function simplified(letter: string): string {
  const at = extra.indexOf(letter);
  if (at >= 0) return extraKeys[at] ?? letter;
  return converters.map((convert) => convert(letter)).find((each) => each !== letter) ?? letter;
}

const from: string[] = [];
const to: string[] = [];
const firstReadings = new Map<string, string>();
const otherReadings = new Map<string, string>();

function add(table: Map<string, string>, reading: string, letter: string): void {
  if (/^[a-z]+$/.test(reading)) table.set(reading, (table.get(reading) ?? "") + letter);
}

for (let code = 0x3400; code <= 0x9fff; code += 1) {
  const letter = String.fromCodePoint(code);
  const key = simplified(letter);
  if (key !== letter && [...key].length === 1) {
    from.push(letter);
    to.push(key);
  }
  if (code < 0x4e00) continue;
  const first = pinyin(letter, { toneType: "none", v: true });
  const all = pinyin(letter, { toneType: "none", v: true, multiple: true, type: "array" });
  add(firstReadings, first, letter);
  for (const reading of new Set(all)) if (reading !== first) add(otherReadings, reading, letter);
}

function write(file: string, table: unknown): void {
  writeFileSync(join(folder, file), `${JSON.stringify(table)}\n`);
}

/** Letters grouped by reading, so that each syllable stands once. */
function lines(table: ReadonlyMap<string, string>): string[] {
  return [...table]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([reading, group]) => `${reading} ${group}`);
}

write("simplify.json", { from: from.join(""), to: to.join("") });
write("pinyin.json", { first: lines(firstReadings), other: lines(otherReadings) });

/** Words in which 著 is no particle; OpenCC knows only some of them. */
const authored =
  "著名 著作 著者 著述 著稱 著書 著有 原著 名著 巨著 專著 編著 合著 譯著 論著 遺著 土著 顯著 卓著 昭著 拙著 較著 大著".split(
    " ",
  );

/** For the display value: letters that stand otherwise than in a key, then phrases in which a letter reads otherwise. */
const differing = new Map<string, string>();
from.forEach((letter, at) => {
  const found = converters.map((convert) => convert(letter)).find((each) => each !== letter);
  const shown = letter === "著" ? "着" : (found ?? letter);
  if (shown !== to[at]) differing.set(letter, shown);
});
const keyLetters = new Map(from.map((letter, at) => [letter, to[at] ?? letter]));
const byLetter = (text: string): string =>
  [...text].map((letter) => differing.get(letter) ?? keyLetters.get(letter) ?? letter).join("");
const phrases = new Map<string, string>();
/** A phrase list of opencc-js, which has no types: `export default "著名 著名|原著 原著"`. */
function dictionary(name: string): string {
  const file = fileURLToPath(import.meta.resolve(`opencc-js/dict/${name}`));
  return /"(.*)"/.exec(readFileSync(file, "utf8"))?.[1] ?? "";
}
const dictionaries = ["HKVariantsRevPhrases", "TWVariantsRevPhrases", "TSPhrases"].map(dictionary);
const convertersOf = [fromHongKong, fromTaiwan, fromTraditional] as const;
dictionaries.forEach((dictionary, at) => {
  for (const phrase of dictionary.split("|")) {
    const [written = ""] = phrase.split(" ");
    phrases.set(written, convertersOf[at]?.(written) ?? written);
  }
});
/** A phrase says something new when it differs from its letters, or from a phrase that begins it. */
function isNeeded([written, right]: readonly [string, string]): boolean {
  if (right !== byLetter(written)) return true;
  return [...phrases].some(
    ([head, shown]) => written.startsWith(head) && head !== written && shown !== byLetter(head),
  );
}
for (const phrase of [...phrases].filter((each) => !isNeeded(each))) phrases.delete(phrase[0]);
// Else 藉着 would be found inside 慰藉着.
phrases.set("慰藉", "慰藉");
for (const word of authored) phrases.set(word, fromTraditional(word));
/** Letters that stay in a phrase somewhere: a text with them alone is not traditional. */
const shown = new Set([...phrases.values()].join(""));
write("traditional.json", {
  kept: from.filter((letter) => shown.has(letter)).join(""),
  letters: [...differing].map((pair) => pair.join("")),
  phrases: [...phrases].sort(([a], [b]) => (a < b ? -1 : 1)).map((pair) => pair.join(" ")),
});
