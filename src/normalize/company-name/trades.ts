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

/** The trade words at the end of a text, each as long as can be, counted from the right. */
export interface TradesAtEnd {
  /** From right to left; whoever asked for them may change them. */
  readonly words: string[];
  /** How many letters stand before them. */
  readonly letters: number;
}

/** `"星文化传媒"` -> words 传媒, 文化, 1 letter before them; `start` is where the text begins. */
export function tradesAtEnd(core: string, start = 0): TradesAtEnd {
  const trie = fromRight();
  const words: string[] = [];
  let end = core.length;
  while (end > start) {
    const length = longestWord(trie, core, end, end - start);
    if (length === 0) break;
    words.push(core.slice(end - length, end));
    end -= length;
  }
  return { words, letters: end - start };
}

/**
 * Brand in front, trade behind: `"华宸精密机械"` -> `"华宸"`, `["精密", "机械"]`. Two letters stay for
 * the brand, four where it starts with 中国. A common trade word with one letter mistyped counts:
 * `"华宸精蜜机械"` reads the same. With `mayCut` a long brand ends where a trade word begins inside it.
 * `known` are the trade words at its end.
 */
export function splitTrade(
  core: string,
  mayCut: boolean,
  known: TradesAtEnd = tradesAtEnd(core),
): BrandAndTrade {
  const shortest = core.startsWith("中国") ? Math.min(4, core.length) : 2;
  const { words, letters } =
    known.letters >= shortest
      ? withTrades(core, shortest, known, mistypedAt(core, known.letters, shortest))
      : withTrades(core, shortest, untouched(core), lastTrade(core, core.length, shortest));
  if (words.length > 1) words.reverse();
  const brand = core.slice(0, letters);
  const isLong = mayCut && brand.length > longestBrand && shortest === 2;
  return isLong ? cutInside(brand, words) : { brand, trade: words };
}

function untouched(core: string): TradesAtEnd {
  return { words: [], letters: core.length };
}

/** With `next` and the trade words before it; `known.words` becomes part of what comes of it. */
function withTrades(
  core: string,
  shortest: number,
  known: TradesAtEnd,
  next: MistypedTrade | undefined,
): TradesAtEnd {
  if (next === undefined) return known;
  const { words } = known;
  let end = known.letters;
  for (let found: MistypedTrade | undefined = next; found !== undefined;) {
    words.push(found.word);
    end -= found.length;
    found = lastTrade(core, end, shortest);
  }
  return { words, letters: end };
}

/** The trade word that ends at `end`, as it should read, and the letters it takes. */
function lastTrade(core: string, end: number, shortest: number): MistypedTrade | undefined {
  if (end <= shortest) return undefined;
  const length = longestWord(fromRight(), core, end, end - shortest);
  if (length > 0) return { word: core.slice(end - length, end), length };
  return mistypedAt(core, end, shortest);
}

function mistypedAt(core: string, end: number, shortest: number): MistypedTrade | undefined {
  return end <= shortest ? undefined : mistypedTrade(core, Math.max(shortest, end - 3), end);
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

/** How many letters the longest trade word takes that ends at `end`: `"飘菱图书店", 4` -> 2 for 图书 */
export function tradeLengthBefore(text: string, end: number): number {
  return longestWord(fromRight(), text, end, allLetters);
}
