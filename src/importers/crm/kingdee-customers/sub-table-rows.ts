import type { Finding } from "../../../model/finding.ts";
import type { RawRow } from "../../raw-row.ts";
import type { TableRow } from "../../../model/source.ts";

const serial = /^\*?单据头\(序号\)$/;
const ofHead = /^\*?(?:单据头\(序号\)|\(单据头\))/;
const formKey = /^FBillHead\((?:BD_)?(\w+)\)$/;

/**
 * Kingdee writes the head of a form once and leaves it blank in the further rows of its sub-tables:
 * they belong to the head above. Rows are given in the order of the table.
 * `1001 | 华宸 | | 林晓`, ` | | | 周岚` -> `1001 | 华宸 | | 林晓`, `1001 | 华宸 | | 周岚`
 */
export class SubTableRows {
  private readonly serial: number;
  private readonly head: readonly number[];
  private readonly form: string;
  private above: readonly string[] = [];
  private completed = 0;

  constructor(columns: readonly string[], titleRows: readonly RawRow[]) {
    this.serial = columns.findIndex((column) => serial.test(column));
    this.head = columns.flatMap((column, at) => (ofHead.test(column) ? [at] : []));
    const keys = titleRows.flatMap(({ cells }) => cells.map((cell) => formKey.exec(cell)?.[1]));
    this.form = keys.find((key) => key !== undefined) ?? "";
  }

  /** The table is one of Kingdee's; others are best left alone. */
  get isKnown(): boolean {
    return this.serial >= 0;
  }

  complete(rows: readonly TableRow[]): TableRow[] {
    return rows.map((row) => this.completeRow(row));
  }

  /** How many rows were completed, and of what form they are when it is not that of customers. */
  findings(): Finding[] {
    const { completed, form } = this;
    const rows: Finding[] =
      completed === 0 ? [] : [{ code: "I137", severity: "info", detail: `${completed} rows` }];
    const isOther = form !== "" && form !== "Customer";
    return isOther ? [...rows, { code: "I138", severity: "warning", value: form }] : rows;
  }

  private completeRow(row: TableRow): TableRow {
    const isBlank = (at: number): boolean => (row.cells[at] ?? "").trim() === "";
    if (!this.head.every(isBlank)) {
      this.above = row.cells;
      return row;
    }
    if (this.above.length === 0) return row;
    this.completed += 1;
    const cells = [...row.cells];
    for (const at of this.head) cells[at] = this.above[at] ?? "";
    return { row: row.row, cells };
  }
}
