import stringWidth from "string-width";

export interface TextColumn {
  readonly title: string;
  readonly align: "left" | "right";
}

/**
 * A table for the terminal: ASCII only, columns two spaces apart, widths as the terminal shows
 * them, so that Han letters stay in line. An empty cell is `-`.
 * `客户  8,214` under `Sheet   Rows`
 */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
): string {
  const cells = rows.map((row) => columns.map((_, at) => row[at] || "-"));
  const widths = columns.map(({ title }, at) =>
    Math.max(stringWidth(title), ...cells.map((row) => stringWidth(row[at] ?? ""))),
  );
  const line = (row: readonly string[]): string => {
    const padded = row.map((cell, at) => pad(cell, widths[at] ?? 0, columns[at]?.align ?? "left"));
    return `  ${padded.join("  ").trimEnd()}\n`;
  };
  const head = line(columns.map(({ title }) => title));
  const rule = line(widths.map((width) => "-".repeat(width)));
  return head + rule + cells.map(line).join("");
}

function pad(text: string, width: number, align: "left" | "right"): string {
  const space = " ".repeat(Math.max(0, width - stringWidth(text)));
  return align === "right" ? space + text : text + space;
}
