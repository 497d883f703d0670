import { basename, dirname, join } from "node:path";

const numbered = /^(.*?)([-_ ]?)(\d{1,4})(\.[^.]+)$/;

/**
 * What the parts of one export have in common: `exports/Accounts_002.csv` ->
 * `exports/Accounts_#.csv`; undefined for a file whose name does not end in a number.
 */
export function exportOfPart(path: string): string | undefined {
  const [, stem, separator, , ending] = numbered.exec(basename(path)) ?? [];
  return stem === undefined ? undefined : join(dirname(path), `${stem}${separator}#${ending}`);
}
