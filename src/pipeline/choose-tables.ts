import { GoldpanError } from "../errors.ts";
import { matchColumns } from "../mapping/column-layout.ts";
import type { SourceTable } from "../model/source.ts";
import { fitsPattern } from "../text/fits-pattern.ts";
import { meansSheet, twoMappings, type ProjectMapping } from "./project-mappings.ts";

/** A file and every mapping that names it. */
export interface FileWithMappings {
  readonly file: string;
  readonly mappings: readonly ProjectMapping[];
}

export interface ChosenTables {
  readonly tables: readonly SourceTable[];
  /** Sheets with data that no mapping means. */
  readonly others: readonly string[];
}

/**
 * The tables of a file that a mapping means. Throws IMPORT_SHEET_MISSING for a sheet that is not
 * there or has no data, IMPORT_TWO_MAPPINGS for one that another mapping means too.
 */
export function chooseTables(
  tables: readonly SourceTable[],
  own: ProjectMapping,
  { file, mappings }: FileWithMappings,
): ChosenTables {
  const names = tables.map(({ sheet }) => sheet ?? "");
  if (own.mapping.source.sheet === undefined) {
    if (tables.length === 0)
      throw new GoldpanError("IMPORT_NO_ROWS", { file, format: "table", rows: 0 });
    return { tables: tables.slice(0, 1), others: names.slice(1) };
  }
  const chosen = tables.filter(({ sheet }) => meansSheet(own, sheet));
  const missing = own.mapping.source.sheet.find(
    (name) => !names.some((each) => fitsPattern(each, name)),
  );
  if (missing !== undefined) {
    const details = { file, sheet: missing, sheets: names.join(", ") };
    throw new GoldpanError("IMPORT_SHEET_MISSING", details);
  }
  for (const { sheet } of chosen) {
    const rival = mappings.find((each) => each !== own && meansSheet(each, sheet));
    if (rival !== undefined) throw twoMappings(file, own, rival);
  }
  const isFree = (name: string): boolean => !mappings.some((each) => meansSheet(each, name));
  const { fitting, strange } = withoutStrange(chosen, own);
  return { tables: fitting, others: [...names.filter(isFree), ...strange] };
}

/** Of the sheets that only a pattern means, those are left out that have no column of the mapping. */
function withoutStrange(
  chosen: readonly SourceTable[],
  { mapping }: ProjectMapping,
): { readonly fitting: readonly SourceTable[]; readonly strange: readonly string[] } {
  const named = mapping.source.sheet ?? [];
  const isStrange = ({ sheet, columns }: SourceTable): boolean =>
    !named.includes(sheet ?? "") && matchColumns(mapping, columns).usedColumns.length === 0;
  const fitting = chosen.filter((table) => !isStrange(table));
  if (fitting.length === 0) return { fitting: chosen, strange: [] };
  return { fitting, strange: chosen.filter(isStrange).map(({ sheet }) => sheet ?? "") };
}
