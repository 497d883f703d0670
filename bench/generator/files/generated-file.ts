/** The true customer and person behind one row; `row` counts as Excel counts. */
export interface TrueRow {
  readonly row: number;
  readonly customer: string;
  readonly contact: string;
}

export interface GeneratedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly truth: readonly TrueRow[];
}

/** One dirty row and what is true about it. */
export interface DirtyRow {
  readonly cells: readonly string[];
  readonly customer: string;
  readonly contact: string;
}

/** `[["a", "b,c"]]` -> `a,"b,c"\r\n` (RFC 4180) */
export function csvText(
  rows: readonly (readonly string[])[],
  quoteAll = false,
  lineEnd = "\r\n",
): string {
  const cell = (text: string): string =>
    quoteAll || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => `${row.map(cell).join(",")}${lineEnd}`).join("");
}

/** The truth of rows that follow one another from `firstRow` on. */
export function truthOf(rows: readonly DirtyRow[], firstRow: number): TrueRow[] {
  return rows.map(({ customer, contact }, index) => ({ row: firstRow + index, customer, contact }));
}
