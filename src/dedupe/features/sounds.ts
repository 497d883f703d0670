import type { ParsedCompanyName } from "../../model/parsed.ts";
import { joinedPinyinOf } from "../../text/pinyin.ts";

const fewestLetters = 5;
const longestSpan = 3;
const han = /\p{Script=Han}/u;

/**
 * How a name can be spelt in Latin letters, for pinyin names to meet Chinese ones: the brand of a
 * Chinese name with and without what stands before it, and the words at the start of a Latin one.
 * `深圳华宸机械` -> "huachen", "shenzhenhuachen"; `Shenzhen Huachen Machinery` -> "shenzhen",
 * "shenzhenhuachen", "huachen" ...
 */
export function soundsOf(name: ParsedCompanyName, written: readonly string[]): readonly string[] {
  const chinese = name.brandPinyin === "" ? noSounds : chineseSounds(name);
  const latin = written.filter((text) => !han.test(text));
  const sounds = latin.length === 0 ? chinese : [...chinese, ...latin.flatMap(spansOf)];
  return sounds.every(isLong) ? sounds : sounds.filter(isLong);
}

const noSounds: readonly string[] = [];

function isLong(sound: string): boolean {
  return sound.length >= fewestLetters;
}

function chineseSounds({ norm, brand }: ParsedCompanyName): readonly string[] {
  const sound = joinedPinyinOf(brand);
  const at = norm.indexOf(brand);
  if (at <= 0 || at > 6) return [sound];
  const before = norm.slice(0, at);
  const bare = withoutKinds(before);
  const led = joinedPinyinOf(before) + sound;
  return bare === before ? [sound, led] : [sound, led, joinedPinyinOf(bare) + sound];
}

/** `深圳市` -> `深圳` */
function withoutKinds(place: string): string {
  let bare = "";
  for (const letter of place) if (!kindsOfPlaces.includes(letter)) bare += letter;
  return bare;
}

const kindsOfPlaces = "省市县区";

/** One to three words from the first or the second one on, joined. */
function spansOf(text: string): string[] {
  const words = text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "");
  return [0, 1].flatMap((start) =>
    Array.from({ length: longestSpan }, (_, at) => words.slice(start, start + at + 1).join("")),
  );
}
