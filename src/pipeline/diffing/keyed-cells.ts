/** Where the cells that matter stand in the rows of one version. */
export interface Places {
  readonly key: readonly number[];
  /** Columns that both versions have, in the order of the new one. */
  readonly shared: readonly number[];
}

export function placesOf(
  columns: readonly string[],
  key: readonly string[],
  shared: readonly string[],
): Places {
  const at = (column: string): number => columns.indexOf(column);
  return { key: key.map(at), shared: shared.map(at) };
}

/** The cells at some places, without spaces around them. */
export function cellsAt(cells: readonly string[], places: readonly number[]): string[] {
  return places.map((at) => (cells[at] ?? "").trim());
}

const separator = "\u001f";

/** Cells as one text; "" when all of them are blank. */
export function keyTextOf(cells: readonly string[], places: readonly number[]): string {
  const picked = cellsAt(cells, places);
  return picked.every((cell) => cell === "") ? "" : picked.join(separator);
}

/** `keyTextOf` back to its cells. */
export function cellsOfKey(key: string, width: number): string[] {
  return key === "" ? Array.from({ length: width }, () => "") : key.split(separator);
}
