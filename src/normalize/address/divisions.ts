import { pinyinOf } from "../../text/pinyin.ts";
import { simplify } from "../../text/simplify.ts";
import { buildTrie, longestWordNumber, type Trie } from "../../text/trie.ts";
import lines from "./data/divisions.json" with { type: "json" };
import withdrawnLines from "./data/withdrawn-divisions.json" with { type: "json" };

/** A place of the division tables (GB/T 2260). `key` is its name and `short` its name without the kind, both in simplified letters. */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly key: string;
  readonly short: string;
  /** The code in use now: `code` itself, or that of the division a withdrawn one went to. */
  readonly today: string;
  /** What the codes of the divisions in it begin with: of `code`, and of `today`. */
  readonly within: readonly [string, string];
  /** 1 for a province, 2 for a city, 3 for a county. */
  readonly level: 1 | 2 | 3;
}

/** A name found in a text; several divisions may bear it. */
export interface DivisionMatch {
  readonly end: number;
  readonly divisions: readonly Division[];
}

const kind = /(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|地区|新区|林区|矿区|区)$/;
const oneLetterKinds: ReadonlySet<string> = new Set("省盟市县旗");
/** Peoples whose name stands without 族 in front of 自治, and the others. */
const peoples =
  "(?:蒙古|维吾尔|哈萨克|柯尔克孜|达斡尔|锡伯|塔吉克|鄂温克|鄂伦春|各)族?|(?:回|藏|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|土|仫佬|羌|布朗|撒拉|毛南|仡佬|怒|普米|保安|裕固|独龙)族";
const nationality = new RegExp(`(?:${peoples})+自治([州县旗])$`);

interface Index {
  readonly byCode: ReadonlyMap<string, Division>;
  readonly byName: ReadonlyMap<string, readonly Division[]>;
  /** The names, for the longest one at a place of a text. */
  readonly trie: Trie;
  /** In the order of the trie's words. */
  readonly names: readonly string[];
  /** The divisions of each name. */
  readonly namesakes: readonly (readonly Division[])[];
  /** 1 for a letter that a name ends in. */
  readonly lastLetters: Uint8Array;
}

let index: Index | undefined;

function buildIndex(): Index {
  const current = lines.map((line) => toDivision(line.slice(0, 6), line.slice(7)));
  const withdrawn = withdrawnLines.map((line) => {
    const [code = "", name = "", today = ""] = line.split(" ");
    return { ...toDivision(code, name), today, within: [prefixOf(code), prefixOf(today)] as const };
  });
  const byName = new Map<string, Division[]>();
  for (const division of current) addNames(byName, division);
  for (const division of withdrawn) addNames(byName, division);
  const byCode = new Map(current.map((each) => [each.code, each]));
  const names = [...byName.keys()];
  const trie = buildTrie(names, false);
  const lastLetters = new Uint8Array(0x10000);
  for (const name of names) lastLetters[name.charCodeAt(name.length - 1)] = 1;
  return { byCode, byName, trie, names, namesakes: [...byName.values()], lastLetters };
}

function addNames(byName: Map<string, Division[]>, division: Division): void {
  for (const name of namesOf(division)) {
    const namesakes = byName.get(name);
    if (namesakes === undefined) byName.set(name, [division]);
    else namesakes.push(division);
  }
}

function toDivision(code: string, name: string): Division {
  // 乾 is the one letter of the tables that is written otherwise in simplified letters.
  const key = name.includes("乾") ? simplify(name) : name;
  const prefix = prefixOf(code);
  const level = code.endsWith("0000") ? 1 : code.endsWith("00") ? 2 : 3;
  return { code, name, key, short: shortName(key), today: code, within: [prefix, prefix], level };
}

/** 金秀瑶族自治县 is also called 金秀 and 金秀县. */
function namesOf({ key, short }: Division): readonly string[] {
  if (short === key) return [key];
  const ending = key.includes("自治") ? nationality.exec(key)?.[1] : undefined;
  return ending === undefined || short + ending === key
    ? [key, short]
    : [key, short, short + ending];
}

/** A short name needs two letters of its own: 矿区 and 郊区 have none. */
function shortName(name: string): string {
  const plain = name.includes("自治") ? name.replace(nationality, "") : name;
  const short = withoutKind(plain);
  // 碑林区 is no 林区.
  const longer = short.length < 2 && plain.endsWith("林区") ? plain.slice(0, -1) : short;
  return longer.length >= 2 ? longer : name;
}

/** Of the kinds only those that end in 区 have several letters. */
function withoutKind(name: string): string {
  if (name.endsWith("区")) return name.replace(kind, "");
  return oneLetterKinds.has(name.slice(-1)) ? name.slice(0, -1) : name;
}

/** The divisions called `name`, by full or short name, the withdrawn ones last: `"朝阳"` -> one in Beijing, others in Liaoning and Jilin. */
export function divisionsNamed(name: string): readonly Division[] {
  index ??= buildIndex();
  return index.byName.get(name) ?? [];
}

/** Whether a text ends in a letter in which the name of a division does: a cheap test before a look-up. */
export function mayEndDivision(text: string): boolean {
  index ??= buildIndex();
  return index.lastLetters[text.charCodeAt(text.length - 1)] === 1;
}

/**
 * The longest name at `at` of which `accepts` leaves a division; `text` in simplified letters.
 * `longestDivision("深圳市南山区", 0, () => true)` -> end 3, 深圳市
 */
export function longestDivision(
  text: string,
  at: number,
  accepts: (division: Division, name: string) => boolean,
): DivisionMatch | undefined {
  const { trie, names, namesakes } = (index ??= buildIndex());
  let number = longestWordNumber(trie, text, at, trie.longest);
  while (number >= 0) {
    const name = names[number] ?? "";
    const divisions = accepted(namesakes[number] ?? [], name, accepts);
    if (divisions.length > 0) return { end: at + name.length, divisions };
    number = longestWordNumber(trie, text, at, name.length - 1);
  }
  return undefined;
}

function accepted(
  divisions: readonly Division[],
  name: string,
  accepts: (division: Division, name: string) => boolean,
): readonly Division[] {
  const [only] = divisions;
  if (divisions.length === 1 && only !== undefined) return accepts(only, name) ? divisions : [];
  return divisions.filter((division) => accepts(division, name));
}

let pinyinNames: ReadonlyMap<string, string> | undefined;

/** Provinces and cities by their pinyin as English names write them; of two alike neither counts. */
function buildPinyinNames(): ReadonlyMap<string, string> {
  index ??= buildIndex();
  const names = new Map<string, string>();
  for (const division of index.byCode.values()) {
    if (levelOf(division) === 3) continue;
    const name = pinyinOf(division.short).replaceAll(" ", "");
    names.set(name, names.has(name) ? "" : division.code);
  }
  return names.set("shaanxi", "610000").set("shanxi", "140000");
}

/** `"shenzhen"` -> "440300", `"suzhou"` -> "" for 苏州 and 宿州, undefined for what names no place */
export function regionInPinyin(word: string): string | undefined {
  pinyinNames ??= buildPinyinNames();
  return pinyinNames.get(word);
}

/** `"440305"` -> 南山区; undefined for a code that is not in use. */
export function divisionOf(code: string): Division | undefined {
  index ??= buildIndex();
  return index.byCode.get(code);
}

/** `"440305"` -> `["440000", "440300", "440305"]`: the levels that the code goes through. */
export function levelsOf(code: string): string[] {
  const [province, city] = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`];
  if (code === province) return [code];
  return code === city || city === province ? [province, code] : [province, city, code];
}

/** `"440305"` -> `"广东省深圳市南山区"`, `"429004"` -> `"湖北省仙桃市"` */
export function fullNameOf(code: string): string {
  const known = fullNames.get(code);
  if (known !== undefined) return known;
  const name = joinLevels(code);
  fullNames.set(code, name);
  return name;
}

/** Those that were asked for: at most as many as there are codes. */
const fullNames = new Map<string, string>();

function joinLevels(code: string): string {
  return levelsOf(code)
    .map((level) => divisionOf(level)?.name ?? "")
    .join("");
}

/**
 * A short name that tells the place from its namesakes: districts and counties carry their city.
 * `"440300"` -> `"深圳"`, `"440305"` -> `"深圳南山"`, `"320583"` -> `"昆山"`, `""` -> `""`
 */
export function shortNameOf(code: string): string {
  const known = shortNames.get(code);
  if (known !== undefined) return known;
  const name = shortNameOfDivision(divisionOf(code));
  if (name !== "") shortNames.set(code, name);
  return name;
}

/** Those that were asked for, as the full names. */
const shortNames = new Map<string, string>();

function shortNameOfDivision(division: Division | undefined): string {
  if (division === undefined) return "";
  const { code, name, short } = division;
  if (code.endsWith("00") || name.endsWith("市")) return short;
  const [province = "", city = ""] = levelsOf(code);
  return (divisionOf(city) ?? divisionOf(province))?.short + short;
}

/** 1 for a province, 2 for a city, 3 for a county. */
export function levelOf({ level }: Division): 1 | 2 | 3 {
  return level;
}

/** Whether `lower` lies in `upper` or is the same; counties such as 429004 hang under the province. */
export function isWithin(lower: Division, upper: Division): boolean {
  const [then, now] = upper.within;
  const { code, today } = lower;
  if (code.startsWith(then) || code.startsWith(now)) return true;
  return today !== code && (today.startsWith(then) || today.startsWith(now));
}

function prefixOf(code: string): string {
  if (code.endsWith("0000")) return code.slice(0, 2);
  return code.endsWith("00") ? code.slice(0, 4) : code;
}
