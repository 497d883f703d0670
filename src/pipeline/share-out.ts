/** Families dealt out like cards, the last ones first, for they have the most keys: `dealFamilies(5, 2)` -> [[4, 2, 0], [3, 1]] */
export function dealFamilies(families: number, hands: number): number[][] {
  const places = Array.from({ length: families }, (_, at) => families - 1 - at);
  return Array.from({ length: Math.min(hands, families) }, (_, hand) =>
    places.filter((_place, at) => at % hands === hand),
  );
}

/** What came of dealt families, in the order of the families: `takeBack([[1], [2, 0]], [["b"], ["c", "a"]])` -> ["a", "b", "c"] */
export function takeBack<Made>(
  hands: readonly (readonly number[])[],
  made: readonly (readonly Made[])[],
): Made[] {
  const placed = made.flatMap((part, hand) =>
    part.map((each, at) => ({ each, place: hands[hand]?.[at] ?? 0 })),
  );
  return placed.toSorted((a, b) => a.place - b.place).map(({ each }) => each);
}

/** `evenRanges(10, 3)` -> [[0, 4], [4, 8], [8, 10]] */
export function evenRanges(size: number, parts: number): [from: number, to: number][] {
  const step = Math.max(1, Math.ceil(size / parts));
  const starts = Array.from({ length: Math.ceil(size / step) }, (_, at) => at * step);
  return starts.map((from) => [from, Math.min(size, from + step)]);
}
