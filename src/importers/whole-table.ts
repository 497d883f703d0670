import { GoldpanError } from "../errors.ts";
import type { Finding } from "../model/finding.ts";
import type { ReadOptions } from "../model/source.ts";
import type { RawRow, RawTable } from "./raw-row.ts";

/**
 * A table that was read whole, its header first: for formats that say what their columns are.
 * `[["number", "date"], ["13900010001", "..."]]` -> the header in row 1, the data below.
 * `others` are rows that stand behind them.
 */
export function wholeTable(
  rows: readonly (readonly string[])[],
  findings: readonly Finding[] = [],
  others: readonly RawRow[] = [],
): RawTable {
  const all: RawRow[] = [...rows.map((cells, at) => ({ row: at + 1, cells })), ...others];
  async function* stream(): AsyncGenerator<readonly RawRow[]> {
    yield all;
  }
  return { sheet: null, rows: stream(), headerRow: 1, strictWidth: false, findings };
}

/** Throws IMPORT_NO_SHEETS where a sheet is asked for of a format that has none. */
export function refuseSheet(file: string, { sheet }: ReadOptions): void {
  if (sheet !== undefined) throw new GoldpanError("IMPORT_NO_SHEETS", { file, sheet });
}
