import { basename, dirname, join } from "node:path";
import { openSource } from "../importers/open-source.ts";
import type { OpenedSource, ReadOptions } from "../model/source.ts";

const numbered = /^(.*?)([-_ ]?)(\d{1,4})(\.[^.]+)$/;

/**
 * What the parts of one export have in common: `exports/Accounts_002.csv` ->
 * `exports/Accounts_#.csv`; undefined for a file whose name does not end in a number.
 */
export function exportOfPart(path: string): string | undefined {
  const [, stem, separator, , ending] = numbered.exec(basename(path)) ?? [];
  return stem === undefined ? undefined : join(dirname(path), `${stem}${separator}#${ending}`);
}

/** Columns of the first part of each export that came in parts. */
export type FirstParts = Map<string, readonly string[]>;

/** Opens a file; a later part of an export may lack the header that its first part has. */
export async function openPart(
  file: string,
  options: ReadOptions,
  firstParts: FirstParts,
): Promise<OpenedSource> {
  const whole = exportOfPart(file);
  if (whole === undefined) return await openSource(file, options);
  const source = await openSource(file, { ...options, continues: firstParts.get(whole) });
  const [table] = source.tables;
  if (table !== undefined && !firstParts.has(whole)) firstParts.set(whole, table.columns);
  return source;
}
