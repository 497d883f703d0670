import { decodeEntities } from "./entities.ts";
import { tokensOf, type Token } from "./tags.ts";

export interface PageCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

export type PageTable = readonly (readonly PageCell[])[];

const mostSpan = 1000;
const exactNumber = /\bx:num\s*=\s*["']?(-?\d+(?:\.\d+)?)(?!\d*e)/i;
const exponent = /^-?\d(?:\.\d+)?e\+?\d+$/i;
/** A table deeper inside others than this is a page out of joint. */
const mostNested = 50;
const breaking = new Set(["br", "p", "div", "li"]);

/**
 * Every table of a page, a table inside another one by itself if it has rows and columns, else as
 * text of its cell. End tags may be missing, as in HTML 4: a cell ends where the next one begins.
 */
export function tablesOfPage(page: string): PageTable[] {
  const reader = new PageReader();
  for (const token of tokensOf(page)) reader.take(token);
  return reader.end();
}

interface OpenCell {
  text: string;
  /** What Excel keeps beside a number that it shows as `1.38E+10`. */
  readonly exact: string | undefined;
  readonly columns: number;
  readonly rows: number;
}

class OpenTable {
  readonly rows: PageCell[][] = [];
  private cell: OpenCell | undefined;
  private isRowOpen = false;

  startRow(): void {
    this.endRow();
    this.rows.push([]);
    this.isRowOpen = true;
  }

  endRow(): void {
    this.endCell();
    this.isRowOpen = false;
  }

  startCell(attributes: string): void {
    this.endCell();
    if (!this.isRowOpen) this.startRow();
    this.cell = {
      text: "",
      exact: exactNumber.exec(attributes)?.[1],
      columns: spanOf("colspan", attributes),
      rows: spanOf("rowspan", attributes),
    };
  }

  endCell(): void {
    if (this.cell === undefined) return;
    const { text, exact, columns, rows } = this.cell;
    const shown = tidy(text);
    const isRounded = exact !== undefined && exponent.test(shown);
    this.rows.at(-1)?.push({ text: isRounded ? exact : shown, columns, rows });
    this.cell = undefined;
  }

  addText(text: string): void {
    if (this.cell !== undefined) this.cell.text += text;
  }

  get isData(): boolean {
    return this.rows.length > 1 && this.rows.some((row) => row.length > 1);
  }

  get text(): string {
    return this.rows.map((row) => row.map(({ text }) => text).join(" ")).join("\n");
  }
}

class PageReader {
  private readonly done: OpenTable[] = [];
  private readonly open: OpenTable[] = [];

  take(token: Token): void {
    const table = this.open.at(-1);
    if (token.kind === "text") table?.addText(decodeEntities(token.text.replaceAll(/\s+/g, " ")));
    else if (token.name === "table") this.takeTable(token.kind);
    else if (table !== undefined) takePart(table, token);
  }

  end(): PageTable[] {
    while (this.open.length > 0) this.takeTable("close");
    return this.done.map(({ rows }) => rows);
  }

  private takeTable(kind: "open" | "close"): void {
    if (kind === "open") {
      if (this.open.length < mostNested) this.open.push(new OpenTable());
      return;
    }
    const table = this.open.pop();
    if (table === undefined) return;
    table.endRow();
    const outer = this.open.at(-1);
    if (outer === undefined || table.isData) this.done.push(table);
    else outer.addText(`${newLine}${table.text}${newLine}`);
  }
}

/** Stands for a line break until the spaces around it are tidied. */
const newLine = "\u0001";

function takePart(table: OpenTable, token: Exclude<Token, { kind: "text" }>): void {
  const { kind, name, attributes } = token;
  if (name === "tr") {
    if (kind === "open") table.startRow();
    else table.endRow();
  } else if (name === "td" || name === "th") {
    if (kind === "open") table.startCell(attributes);
    else table.endCell();
  } else if (breaking.has(name)) table.addText(newLine);
}

function tidy(text: string): string {
  return text
    .replaceAll(/ +/g, " ")
    .replaceAll(/ ?\u0001[ \u0001]*/g, "\n")
    .trim();
}

function spanOf(name: "colspan" | "rowspan", attributes: string): number {
  const value = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,5})`, "i").exec(attributes)?.[1];
  return Math.min(mostSpan, Math.max(1, Number(value ?? 1)));
}
