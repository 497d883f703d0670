import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Converter } from "opencc-js";
import { pinyin } from "pinyin-pro";

/** Makes the letter tables of `src/text/data` from opencc-js and pinyin-pro: `node scripts/make-text-data.ts`. */
const folder = join(import.meta.dirname, "../src/text/data");
const converters = (["t", "hk", "tw"] as const).map((from) => Converter({ from, to: "cn" }));

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
const letters: string[] = [];
const readings: string[] = [];
for (let code = 0x3400; code <= 0x9fff; code += 1) {
  const letter = String.fromCodePoint(code);
  const key = simplified(letter);
  if (key !== letter && [...key].length === 1) {
    from.push(letter);
    to.push(key);
  }
  if (code < 0x4e00) continue;
  const reading = pinyin(letter, { toneType: "none", v: true });
  if (/^[a-z]+$/.test(reading)) {
    letters.push(letter);
    readings.push(reading);
  }
}
writeFileSync(
  join(folder, "simplify.json"),
  `${JSON.stringify({ from: from.join(""), to: to.join("") })}\n`,
);

/** Letters grouped by reading, so that each syllable stands once. */
const byReading = new Map<string, string>();
letters.forEach((letter, index) => {
  const reading = readings[index] ?? "";
  byReading.set(reading, (byReading.get(reading) ?? "") + letter);
});
const lines = [...byReading]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([reading, group]) => `${reading} ${group}`);
writeFileSync(join(folder, "pinyin.json"), `${JSON.stringify(lines)}\n`);
