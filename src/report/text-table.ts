import stringWidth from "string-width";
import type { Language } from "../errors.ts";
import { fitText, onOneLine, padText, type Cut } from "./fit-text.ts";
import { defaultWidth, type ReportStyle } from "./report-style.ts";
import { say } from "./words.ts";

export interface TextColumn {
  readonly title: string;
  readonly align: "left" | "right";
  /** Where the table is too wide, columns go in descending priority; one without a priority stays. */
  readonly priority?: number;
  /** Where a cell that is too wide is cut; numbers are never cut. */
  readonly cut?: Cut;
}

interface Laid {
  readonly column: TextColumn;
  readonly cells: readonly string[];
  readonly width: number;
}

const gap = 2;
const narrowest = 8;

/**
 * A table for the terminal: ASCII structure only, columns two spaces apart, widths as the terminal
 * shows them, so that Han letters stay in line. An empty cell is `-`. Too wide a table loses
 * columns by priority and says how many, then the widest text is cut.
 * `客户  8,214` under `Sheet   Rows`
 */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  { language, width = defaultWidth }: ReportStyle = { language: "en" },
): string {
  const laid = columns.map((column, at) => layOut(column, rows, at));
  const shown = dropColumns(laid, width);
  const fitted = cutWidest(shown, width);
  const line = (cellOf: (each: Laid) => string): string => {
    const cells = fitted.map((each) => padText(cellOf(each), each.width, each.column.align));
    return `  ${cells.join("  ").trimEnd()}\n`;
  };
  const head = line(({ column, width }) => fitText(column.title, width));
  const rule = line((each) => "-".repeat(each.width));
  const body = rows.map((_, at) =>
    line(({ cells, width, column }) => fitText(cells[at] ?? "", width, column.cut)),
  );
  return head + rule + body.join("") + hiddenNote(laid.length - shown.length, language);
}

function layOut(column: TextColumn, rows: readonly (readonly string[])[], at: number): Laid {
  const cells = rows.map((row) => onOneLine(row[at] ?? "") || "-");
  const width = cells.reduce(
    (most, cell) => Math.max(most, stringWidth(cell)),
    stringWidth(column.title),
  );
  return { column, cells, width };
}

function totalWidth(laid: readonly Laid[]): number {
  return laid.reduce((sum, each) => sum + gap + each.width, 0);
}

function dropColumns(laid: readonly Laid[], width: number): readonly Laid[] {
  let shown = laid;
  while (totalWidth(shown) > width) {
    // Of equal priorities the rightmost goes first.
    const next = shown
      .filter(({ column }) => column.priority !== undefined)
      .reduce<Laid | undefined>((last, each) => (outranks(last, each) ? last : each), undefined);
    if (next === undefined) break;
    shown = shown.filter((each) => each !== next);
  }
  return shown;
}

function outranks(last: Laid | undefined, each: Laid): boolean {
  return last !== undefined && (last.column.priority ?? 0) > (each.column.priority ?? 0);
}

function cutWidest(laid: readonly Laid[], width: number): readonly Laid[] {
  let fitted = laid;
  for (let over = totalWidth(fitted) - width; over > 0; over = totalWidth(fitted) - width) {
    const texts = fitted.filter(({ column }) => column.align === "left");
    const widest = texts.reduce<Laid | undefined>(
      (most, each) => (most === undefined || each.width > most.width ? each : most),
      undefined,
    );
    if (widest === undefined || widest.width <= narrowest) break;
    const second = Math.max(
      narrowest,
      ...texts.filter((each) => each !== widest).map((each) => each.width),
    );
    // Down to the second widest first, so that no column suffers alone.
    const least = second < widest.width ? second : widest.width - 1;
    const narrower = { ...widest, width: Math.max(narrowest, least, widest.width - over) };
    fitted = fitted.map((each) => (each === widest ? narrower : each));
  }
  return fitted;
}

function hiddenNote(hidden: number, language: Language): string {
  return hidden === 0 ? "" : `  ${say("columnsHidden", language, { count: hidden })}\n`;
}
