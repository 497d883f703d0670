import type { VerticalMerge } from "../fill-merges.ts";

/**
 * A merged area that says the same for each of its rows: `A2:A5` -> column 0, rows 2 to 5. One of
 * several columns or of one row does not.
 */
export function verticalMerge(area: string): VerticalMerge | undefined {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,8}):\$?([A-Z]{1,3})\$?(\d{1,8})$/i.exec(area.trim());
  const [, left = "", top = "", right = "", bottom = ""] = found ?? [];
  if (left === "" || left.toUpperCase() !== right.toUpperCase()) return undefined;
  const [from, to] = [Number(top), Number(bottom)];
  return to > from ? { column: columnNumber(left), from, to } : undefined;
}

function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
