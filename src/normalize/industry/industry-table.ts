import { foldKey } from "../../text/fold.ts";
import aliases from "./data/aliases.json" with { type: "json" };
import lines from "./data/industries.json" with { type: "json" };

/** A class of GB/T 4754-2017: section A to T, division A01, group A011, class A0111. */
export interface Industry {
  readonly code: string;
  readonly name: string;
}

interface Table {
  readonly byCode: ReadonlyMap<string, Industry>;
  /** Folded names and aliases, with and without the ending; of namesakes the widest class. */
  readonly byWord: ReadonlyMap<string, Industry>;
}

const classDigits = 5;
const ending = /(?:行业|产业|工业|领域|业|类)$/;
let table: Table | undefined;

function buildTable(): Table {
  const byCode = new Map<string, Industry>();
  const byWord = new Map<string, Industry>();
  const add = (word: string, industry: Industry): void => {
    const known = byWord.get(word);
    if (known === undefined || known.code.length > industry.code.length) byWord.set(word, industry);
  };
  for (const line of lines) {
    const industry = {
      code: line.slice(0, line.indexOf(" ")),
      name: line.slice(line.indexOf(" ") + 1),
    };
    byCode.set(industry.code, industry);
    for (const word of wordsOf(industry.name)) add(word, industry);
  }
  for (const line of aliases) {
    const [code = "", ...words] = line.split(" ");
    const industry = byCode.get(code);
    // What people say outranks a narrow class of the same name: 汽车 is the making of cars.
    if (industry === undefined) continue;
    for (const word of words) {
      const known = byWord.get(withoutEnding(word));
      if (known === undefined || known.code.length === classDigits)
        byWord.set(withoutEnding(word), industry);
    }
  }
  return { byCode, byWord };
}

function wordsOf(name: string): readonly string[] {
  const folded = foldKey(name);
  return [folded, withoutEnding(folded)];
}

/** `"机械制造业"` -> `"机械制造"`: the ending says nothing, unless nothing would be left. */
export function withoutEnding(folded: string): string {
  const short = folded.replace(ending, "");
  return short.length >= 2 ? short : folded;
}

/** The class of a code with or without its letter: `"C3511"` and `"3511"` -> 矿山机械制造 */
export function industryOfCode(code: string): Industry | undefined {
  const { byCode } = (table ??= buildTable());
  const upper = code.toUpperCase();
  if (!/^[A-T]?\d{2,4}$|^[A-T]$/.test(upper)) return undefined;
  if (/^[A-T]/.test(upper)) return byCode.get(upper);
  return sections.map((letter) => byCode.get(letter + upper)).find((found) => found !== undefined);
}

const sections: readonly string[] = [..."ABCDEFGHIJKLMNOPQRST"];

/** The class that a word or a name of the standard means, undefined where it means none or several. */
export function industryNamed(text: string): Industry | undefined {
  const { byWord } = (table ??= buildTable());
  const folded = foldKey(text);
  return byWord.get(folded) ?? byWord.get(withoutEnding(folded));
}
