import table from "./data/traditional.json" with { type: "json" };
import { countKind, letterKinds } from "./letter-kinds.ts";
import { simplify } from "./simplify.ts";

interface Phrases {
  /** Phrases by their first letter, the longest first. */
  readonly byHead: ReadonlyMap<string, readonly (readonly [written: string, right: string])[]>;
  readonly letters: ReadonlyMap<string, string>;
}

let phrases: Phrases | undefined;

function buildPhrases(): Phrases {
  const byHead = new Map<string, (readonly [string, string])[]>();
  for (const line of table.phrases) {
    const [written = "", right = ""] = line.split(" ");
    const head = written.charAt(0);
    byHead.set(head, [...(byHead.get(head) ?? []), [written, right]]);
  }
  for (const known of byHead.values()) known.sort(([a], [b]) => b.length - a.length);
  const letters = new Map(table.letters.map((pair) => [pair.charAt(0), pair.slice(1)]));
  return { byHead, letters };
}

/** A cell is traditional when three in ten of its Han letters belong to that script alone. */
export function isTraditional(text: string): boolean {
  const traditional = countKind(text, letterKinds.traditional);
  if (traditional === 0) return false;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return traditional * 10 >= han * 3;
}

/**
 * Traditional text in simplified letters, for people to read: phrase by phrase, then letter by
 * letter (OpenCC's tables). `"著名的乾隆年間"` -> `"著名的乾隆年间"`; words stay those of the writer.
 */
export function toSimplified(text: string): string {
  const { byHead, letters } = (phrases ??= buildPhrases());
  let result = "";
  for (let at = 0; at < text.length;) {
    const letter = text.charAt(at);
    const [written = letter, right] =
      byHead.get(letter)?.find(([phrase]) => text.startsWith(phrase, at)) ?? [];
    result += right ?? letters.get(letter) ?? simplify(letter);
    at += written.length;
  }
  return result;
}
