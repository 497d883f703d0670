import table from "./data/titles.json" with { type: "json" };

const titles: ReadonlySet<string> = new Set(table.titles.split(" "));
const lastLetters: ReadonlySet<string> = new Set([...titles].map((title) => title.slice(-1)));
const lastCodes: ReadonlySet<number> = new Set(
  [...lastLetters].map((letter) => letter.charCodeAt(0)),
);
const longestTitle = Math.max(...[...titles].map(({ length }) => length));
const shortTitles: ReadonlySet<string> = new Set(table.short.split(" "));
const ranks: readonly string[] = table.rank
  .split(" ")
  .sort((left, right) => right.length - left.length);
const male = new Set([...table.male.split(" "), "mr"]);
const female = new Set([...table.female.split(" "), "mrs", "ms", "miss"]);

/** `"张三销售经理"` -> ["张三", "销售经理"]; a short title ("总") only after one or two letters */
export function splitTitle(text: string): readonly [rest: string, title: string] {
  let start = startOfTitle(text);
  if (start === text.length) return splitShortTitle(text);
  for (let rank = rankBefore(text, start); rank !== ""; rank = rankBefore(text, start)) {
    start -= rank.length;
  }
  return [text.slice(0, start), text.slice(start)];
}

/** Where the longest known title at the end begins; the length of the text when there is none. */
function startOfTitle(text: string): number {
  // A Han letter has no other case.
  const last = text.charCodeAt(text.length - 1);
  if (last >= 0x4e00 && last <= 0x9fff && !lastCodes.has(last)) return text.length;
  const upper = text.toUpperCase();
  if (!lastLetters.has(upper.slice(-1))) return text.length;
  for (let length = Math.min(longestTitle, text.length); length > 0; length -= 1) {
    if (titles.has(upper.slice(-length))) return text.length - length;
  }
  return text.length;
}

function rankBefore(text: string, end: number): string {
  return ranks.find((rank) => text.slice(0, end).endsWith(rank)) ?? "";
}

function splitShortTitle(text: string): readonly [string, string] {
  const isShort = text.length <= 3 && shortTitles.has(text.slice(-1));
  return isShort ? [text.slice(0, -1), text.slice(-1)] : [text, ""];
}

/** `"先生"` -> "male", `"王姐"` has "姐" -> "female", `"经理"` -> "" */
export function genderOf(title: string): "male" | "female" | "" {
  if (male.has(title)) return "male";
  return female.has(title) ? "female" : "";
}

/** `"销售总监"` -> true, `"总"` -> false: a title that can stand by itself */
export function isTitle(text: string): boolean {
  const [rest, title] = splitTitle(text);
  return text.length >= 2 && rest === "" && title !== "";
}
