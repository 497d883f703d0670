/** `cellName(27, 12)` -> `"AB12"`; the column counts from 0, the row from 1. */
export function cellName(column: number, row: number): string {
  let [name, rest] = ["", column + 1];
  for (; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return `${name}${row}`;
}
