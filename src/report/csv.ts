export interface CsvStyle {
  /** A cell that a spreadsheet would run as a formula gets an apostrophe in front. */
  readonly excelSafe: boolean;
}

const needsQuotes = /[",\r\n]/;
const formula = /^[=+\-@\t\r]/;
const plainNumber = /^[+-]?[\d.,]+$/;

/**
 * One line of CSV by RFC 4180, ended by LF; quotes only where they are needed.
 * `["华宸", 'say "hi"']` -> `华宸,"say ""hi"""\n`
 */
export function csvRow(cells: readonly string[], style: CsvStyle): string {
  let line = "";
  for (let at = 0; at < cells.length; at += 1) {
    if (at > 0) line += ",";
    line += csvCell(cells[at] ?? "", style);
  }
  // A line of one empty cell would read back as no row at all.
  return line === "" && cells.length === 1 ? '""\n' : `${line}\n`;
}

function csvCell(cell: string, { excelSafe }: CsvStyle): string {
  const text = excelSafe && formula.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell;
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
