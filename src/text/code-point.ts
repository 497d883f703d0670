/**
 * Order by code point, the same on every machine and in SQLite's BINARY collation.
 * `["b", "é", "a"].toSorted(byCodePoint)` -> `["a", "b", "é"]`
 */
export function byCodePoint(left: string, right: string): number {
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at += 1) {
    const [a, b] = [left.charCodeAt(at), right.charCodeAt(at)];
    if (a !== b) return unitRank(a) - unitRank(b);
  }
  return left.length - right.length;
}

/** UTF-16 units in the order of the code points they belong to: surrogates come last. */
export function unitRank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
