import table from "./data/pinyin.json" with { type: "json" };

let readings: Map<string, string> | undefined;

function readingsOf(): Map<string, string> {
  const byLetter = new Map<string, string>();
  for (const line of table) {
    const [reading = "", letters = ""] = line.split(" ");
    for (const letter of letters) byLetter.set(letter, reading);
  }
  return byLetter;
}

/**
 * The first reading of each Han letter without tones, syllables apart; other letters are skipped.
 * A key, not a transcription: a letter with several readings always gives the same one.
 * `"华宸"` -> `"hua chen"`
 */
export function pinyinOf(text: string): string {
  readings ??= readingsOf();
  const syllables: string[] = [];
  for (const letter of text) {
    const reading = readings.get(letter);
    if (reading !== undefined) syllables.push(reading);
  }
  return syllables.join(" ");
}
