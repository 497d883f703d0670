import table from "./data/pinyin.json" with { type: "json" };

const firstHan = 0x4e00;
const hanLetters = 0x5200;

interface Readings {
  /** Number of the first reading by letter, 0 for a letter without one. */
  readonly first: Uint16Array;
  /** Syllable by number. */
  readonly syllables: readonly string[];
  /** Further readings of the letters that have several. */
  readonly other: ReadonlyMap<number, readonly string[]>;
}

let readings: Readings | undefined;

function buildReadings(): Readings {
  const first = new Uint16Array(hanLetters);
  const syllables = [""];
  for (const line of table.first) {
    const [syllable = "", letters = ""] = line.split(" ");
    for (let at = 0; at < letters.length; at += 1) {
      first[letters.charCodeAt(at) - firstHan] = syllables.length;
    }
    syllables.push(syllable);
  }
  const other = new Map<number, string[]>();
  for (const line of table.other) {
    const [syllable = "", letters = ""] = line.split(" ");
    for (const letter of letters) {
      const code = letter.charCodeAt(0);
      other.set(code, [...(other.get(code) ?? []), syllable]);
    }
  }
  return { first, syllables, other };
}

/**
 * The first reading of each Han letter without tones, syllables apart; other letters are skipped.
 * A key, not a transcription: a letter with several readings always gives the same one.
 * `"华宸"` -> `"hua chen"`
 */
export function pinyinOf(text: string): string {
  return spell(text, " ");
}

/** The same with nothing between the syllables: `"华宸"` -> `"huachen"` */
export function joinedPinyinOf(text: string): string {
  return spell(text, "");
}

function spell(text: string, between: string): string {
  const { first, syllables } = (readings ??= buildReadings());
  let result = "";
  for (let at = 0; at < text.length; at += 1) {
    const syllable = first[text.charCodeAt(at) - firstHan] ?? 0;
    if (syllable === 0) continue;
    if (result !== "") result += between;
    result += syllables[syllable];
  }
  return result;
}

/** Every reading of a letter without tones, ü as v, the first one first: `"重"` -> `["zhong", "chong"]` */
export function readingsOf(letter: string): readonly string[] {
  const { first, syllables, other } = (readings ??= buildReadings());
  const code = letter.charCodeAt(0);
  const number = first[code - firstHan] ?? 0;
  return number === 0 ? [] : [syllables[number] ?? "", ...(other.get(code) ?? [])];
}
