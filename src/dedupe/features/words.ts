import { foldKey } from "../../text/fold.ts";

const word = /\p{Script=Han}+|[\p{L}\p{N}]+/gu;

/**
 * The words of a text: runs of letters and digits; Han letters, which have no spaces, by pairs.
 * `"435 S. La Cienega"` -> "435", "s", "la", "cienega"; `"华宸精密"` -> "华宸", "宸精", "精密"
 */
export function wordsOf(text: string): string[] {
  const runs = text.normalize("NFKC").toLowerCase().replaceAll("'", "").match(word) ?? [];
  return runs.flatMap((run) => (/\p{Script=Han}/u.test(run) ? pairsOf(foldKey(run)) : [run]));
}

function pairsOf(run: string): string[] {
  if (run.length < 2) return [run];
  return Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));
}
