import { buildTrie, longestWord, type Trie } from "../../text/trie.ts";
import lines from "./data/trade-words.json" with { type: "json" };
import { type MistypedTrade, mistypedTrade } from "./mistyped-trades.ts";

const allLetters = 99;
/** Brands are two to four letters long; a longer one mostly has its trade inside. */
const longestBrand = 4;

let leftTrie: Trie | undefined;
let rightTrie: Trie | undefined;

/** Only long brands are read from the left: many a run does without. */
function fromLeft(): Trie {
  return (leftTrie ??= buildTrie(tradeWords(), false));
}

function fromRight(): Trie {
  return (rightTrie ??= buildTrie(tradeWords(), true));
}

function tradeWords(): readonly string[] {
  return lines.flatMap((line) => line.split(" "));
}

export interface BrandAndTrade {
  readonly brand: string;
  /** From left to right. */
  readonly trade: readonly string[];
}

/**
 * Brand in front, trade behind: `"华宸精密机械"` -> `"华宸"`, `["精密", "机械"]`. Two letters stay for
 * the brand, four where it starts with 中国. A common trade word with one letter mistyped counts:
 * `"华宸精蜜机械"` reads the same. With `mayCut` a long brand ends where a trade word begins inside it.
 */
export function splitTrade(core: string, mayCut: boolean): BrandAndTrade {
  const shortest = core.startsWith("中国") ? Math.min(4, core.length) : 2;
  const trade: string[] = [];
  let end = core.length;
  for (let found = lastTrade(core, end, shortest); found !== undefined;) {
    trade.push(found.word);
    end -= found.length;
    found = lastTrade(core, end, shortest);
  }
  if (trade.length > 1) trade.reverse();
  const brand = core.slice(0, end);
  const isLong = mayCut && brand.length > longestBrand && shortest === 2;
  return isLong ? cutInside(brand, trade) : { brand, trade };
}

/** The trade word that ends at `end`, as it should read, and the letters it takes. */
function lastTrade(core: string, end: number, shortest: number): MistypedTrade | undefined {
  if (end <= shortest) return undefined;
  const length = longestWord(fromRight(), core, end, end - shortest);
  if (length > 0) return { word: core.slice(end - length, end), length };
  return mistypedTrade(core.slice(Math.max(shortest, end - 3), end));
}

/** `"力赛佳管道支撑"` -> `"力赛佳"`, `["管道", "支撑"]`: what stands behind a trade word is about the trade. */
function cutInside(brand: string, trade: readonly string[]): BrandAndTrade {
  const trie = fromLeft();
  for (let at = 2; at < brand.length - 1; at += 1) {
    if (longestWord(trie, brand, at, allLetters) === 0) continue;
    return { brand: brand.slice(0, at), trade: [...pieces(brand.slice(at)), ...trade] };
  }
  return { brand, trade };
}

/** Known words and what lies between them. */
function pieces(text: string): string[] {
  const trie = fromLeft();
  const found: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length;) {
    const length = longestWord(trie, text, at, allLetters);
    if (length > 0) {
      if (at > start) found.push(text.slice(start, at));
      found.push(text.slice(at, at + length));
      start = at + length;
    }
    at += Math.max(length, 1);
  }
  if (start < text.length) found.push(text.slice(start));
  return found;
}

/** The trade words a text is made of, undefined when anything else is in it: `"超市管理"` -> `["超市", "管理"]` */
export function tradeWordsOnly(core: string): readonly string[] | undefined {
  const trie = fromRight();
  const words: string[] = [];
  for (let end = core.length; end > 0;) {
    const length = longestWord(trie, core, end, allLetters);
    if (length === 0) return undefined;
    words.push(core.slice(end - length, end));
    end -= length;
  }
  return words.reverse();
}

/**
 * How many letters of a text stand between `start` and the trade words at its end:
 * `"星文化传媒"` -> 1, `"文化传媒"` -> 0
 */
export function lettersBeforeTrade(core: string, start = 0): number {
  let end = core.length;
  for (let length = 1; length > 0 && end > start; end -= length) {
    length = longestWord(fromRight(), core, end, end - start);
  }
  return end - start;
}

/** How many letters the longest trade word takes that ends at `end`: `"飘菱图书店", 4` -> 2 for 图书 */
export function tradeLengthBefore(text: string, end: number): number {
  return longestWord(fromRight(), text, end, allLetters);
}
