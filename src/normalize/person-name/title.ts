import table from "./data/titles.json" with { type: "json" };

const titles = longestFirst(table.titles);
const shortTitles: ReadonlySet<string> = new Set(table.short.split(" "));
const ranks = longestFirst(table.rank);
const male = new Set(table.male.split(" "));
const female = new Set(table.female.split(" "));

function longestFirst(words: string): readonly string[] {
  return words.split(" ").sort((left, right) => right.length - left.length);
}

/** `"张三销售经理"` -> ["张三", "销售经理"]; a short title ("总") only after one or two letters */
export function splitTitle(text: string): readonly [rest: string, title: string] {
  const title = titles.find((each) => text.toUpperCase().endsWith(each));
  if (title === undefined) return splitShortTitle(text);
  let start = text.length - title.length;
  for (let rank = rankBefore(text, start); rank !== ""; rank = rankBefore(text, start)) {
    start -= rank.length;
  }
  return [text.slice(0, start), text.slice(start)];
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
