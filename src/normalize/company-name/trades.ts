import lines from "./data/trade-words.json" with { type: "json" };

const words: ReadonlySet<string> = new Set(lines.flatMap((line) => line.split(" ")));
const longestWord = Math.max(...[...words].map((word) => word.length));

export interface BrandAndTrade {
  readonly brand: string;
  /** From left to right. */
  readonly trade: readonly string[];
}

/**
 * Brand in front, trade behind: `"华宸精密机械"` -> `"华宸"`, `["精密", "机械"]`. Two letters stay for
 * the brand, four where it starts with 中国.
 */
export function splitTrade(core: string): BrandAndTrade {
  const shortest = core.startsWith("中国") && core.length > 4 ? 4 : 2;
  const trade: string[] = [];
  let end = core.length;
  for (let word = wordBefore(core, end, shortest); word !== "";) {
    trade.unshift(word);
    end -= word.length;
    word = wordBefore(core, end, shortest);
  }
  return { brand: core.slice(0, end), trade };
}

/** `"超市管理"` -> true, `"华宸管理"` -> false */
export function isTradeOnly(core: string): boolean {
  let end = core.length;
  for (let word = wordBefore(core, end, 0); word !== ""; word = wordBefore(core, end, 0)) {
    end -= word.length;
  }
  return end === 0;
}

function wordBefore(core: string, end: number, shortest: number): string {
  for (let length = Math.min(longestWord, end - shortest); length >= 2; length -= 1) {
    const word = core.slice(end - length, end);
    if (words.has(word)) return word;
  }
  return "";
}
