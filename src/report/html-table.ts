import { escapeHtml } from "./html-page.ts";

/** What a cell is, where it shall stand out. */
export type CellTone = "good" | "warn" | "bad";

export interface HtmlColumn {
  readonly title: string;
  readonly align: "left" | "right";
}

/** A table that turns into cards on a narrow screen; percentages get a bar below them. */
export function htmlTable(
  columns: readonly HtmlColumn[],
  rows: readonly (readonly string[])[],
  toneOf: (row: number, column: number) => CellTone | undefined = () => undefined,
): string {
  const head = columns.map(({ title, align }) => {
    return `<th${align === "right" ? ' class="number"' : ""}>${escapeHtml(title)}</th>`;
  });
  const body = rows.map((cells, row) => {
    const all = columns.map((column, at) => htmlCell(cells[at] ?? "", column, toneOf(row, at)));
    return `<tr>${all.join("")}</tr>\n`;
  });
  return `<div class="scroll"><table><thead><tr>${head.join("")}</tr></thead><tbody>\n${body.join("")}</tbody></table></div>\n`;
}

const percent = /^(\d+(?:\.\d+)?)%$/;

function htmlCell(text: string, { title, align }: HtmlColumn, tone?: CellTone): string {
  const share = align === "right" ? percent.exec(text)?.[1] : undefined;
  const classes = [
    ...(align === "right" ? ["number"] : []),
    ...(share === undefined ? [] : ["bar"]),
    ...(tone === undefined ? [] : [tone]),
  ].join(" ");
  const named = classes === "" ? "" : ` class="${classes}"`;
  const bar = share === undefined ? "" : ` style="--share: ${share}%"`;
  return `<td${named}${bar} data-label="${escapeHtml(title)}">${escapeHtml(text)}</td>`;
}
