import { onOneLine } from "./fit-text.ts";
import type { TextColumn } from "./text-table.ts";

/** A table of GitHub Flavored Markdown; cells are escaped, an empty one is `-`. */
export function markdownTable(
  columns: readonly Pick<TextColumn, "title" | "align">[],
  rows: readonly (readonly string[])[],
): string {
  const head = markdownRow(columns.map(({ title }) => title));
  const rule = markdownRow(columns.map(({ align }) => (align === "right" ? "---:" : "---")));
  const body = rows.map((row) => markdownRow(columns.map((_, at) => escaped(row[at] ?? ""))));
  return [head, rule, ...body].join("");
}

/** Text that Markdown shows as it stands: `"a|b *c*"` -> `"a\\|b \\*c\\*"` */
export function escaped(text: string): string {
  return onOneLine(text).replaceAll(/[\\`*_[\]<>|]/g, String.raw`\$&`) || "-";
}

function markdownRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |\n`;
}
