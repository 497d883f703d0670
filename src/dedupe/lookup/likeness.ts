/** Letters beyond this do not count. */
export const longest = 255;
const width = longest + 1;
/** Three rows of the matrix, used in turns: the one that is filled and the two above it. */
const cells = new Int32Array(3 * width);

function cellAt(row: number, column: number): number {
  return cells[(row % 3) * width + column] ?? 0;
}

/** What a change costs, in half edits: another letter says more than a letter forgotten. */
export const replacing = 3;
export const adding = 2;
const swapping = 2;

/**
 * What it takes to turn one name into the other by letters added, taken away, replaced or swapped
 * with their neighbours (optimal string alignment), in half edits; beyond 255 letters nothing counts.
 * `"华宸精密", "华宸密精"` -> 2, `"华宸", "华信"` -> 3
 */
export function halfEditsBetween(left: string, right: string): number {
  const rows = Math.min(left.length, longest);
  const columns = Math.min(right.length, longest);
  for (let column = 0; column <= columns; column += 1) cells[column] = column * adding;
  for (let row = 1; row <= rows; row += 1) fillRow(row, columns, left, right);
  return cellAt(rows, columns);
}

function fillRow(row: number, columns: number, left: string, right: string): void {
  const start = (row % 3) * width;
  const letter = left.charCodeAt(row - 1);
  const before = row > 1 ? left.charCodeAt(row - 2) : -1;
  let previous = row * adding;
  let otherBefore = -2;
  cells[start] = previous;
  for (let column = 1; column <= columns; column += 1) {
    const other = right.charCodeAt(column - 1);
    const replaced = cellAt(row - 1, column - 1) + (letter === other ? 0 : replacing);
    previous = Math.min(replaced, cellAt(row - 1, column) + adding, previous + adding);
    if (before === other && letter === otherBefore) {
      previous = Math.min(previous, cellAt(row - 2, column - 2) + swapping);
    }
    cells[start + column] = previous;
    otherBefore = other;
  }
}

/** How much of the longer name stays, in thousandths: `likenessPerMille(2, 4)` -> 750 */
export function likenessPerMille(halfEdits: number, longer: number): number {
  if (longer === 0) return 1000;
  return Math.max(0, Math.floor(((longer * 2 - halfEdits) * 500) / longer));
}
