import { editDistance } from "../text/edit-distance.ts";

/**
 * The word that was probably meant, undefined when none is close: first by few changed letters,
 * then by a common beginning. `"imprt"` of `import, inspect` -> `import`
 */
export function nearestWord(word: string, words: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.ceil(word.length / 3));
  const near = words
    .map((each) => ({ each, distance: editDistance(word, each, limit) }))
    .filter(({ distance }) => distance <= limit)
    .toSorted((a, b) => a.distance - b.distance);
  const begins = words.find((each) => word.length > 2 && each.startsWith(word));
  return begins ?? near[0]?.each;
}
