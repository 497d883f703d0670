/**
 * Levenshtein distance in UTF-16 units, stopped at `limit`: anything beyond it is `limit + 1`.
 * `editDistance("compny", "company", 2)` -> 1
 */
export function editDistance(left: string, right: string, limit: number): number {
  if (left === right) return 0;
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = nextRow(previous, row, left.charCodeAt(row - 1), right);
    if (Math.min(...current) > limit) return limit + 1;
    previous = current;
  }
  return Math.min(previous[right.length] ?? 0, limit + 1);
}

function nextRow(
  previous: readonly number[],
  row: number,
  letter: number,
  right: string,
): number[] {
  const current = [row];
  for (let column = 1; column <= right.length; column += 1) {
    const swap = (previous[column - 1] ?? 0) + (right.charCodeAt(column - 1) === letter ? 0 : 1);
    current.push(Math.min(swap, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
  }
  return current;
}
