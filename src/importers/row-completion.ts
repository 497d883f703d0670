import type { Finding } from "../model/finding.ts";
import type { TableBatch } from "../model/source.ts";
import { SubTableRows } from "./crm/kingdee-customers/sub-table-rows.ts";
import type { RawRow } from "./raw-row.ts";
import { sessionAbove, type Session } from "./wechat/weflow-chat/session.ts";

/** What rows of a known export leave to the rows above them is written into each. */
export class RowCompletion {
  readonly columns: readonly string[];
  private readonly session: Session | undefined;
  private readonly subTable: SubTableRows;

  constructor(columns: readonly string[], titleRows: readonly RawRow[]) {
    this.session = sessionAbove(titleRows, columns);
    this.subTable = new SubTableRows(columns, titleRows);
    this.columns = [...columns, ...(this.session?.columns ?? [])];
  }

  /** The same rows in the same order; those of most tables are the same objects. */
  complete(batch: TableBatch): TableBatch {
    const { session, subTable } = this;
    if (subTable.isKnown) return { ...batch, rows: subTable.complete(batch.rows) };
    if (session === undefined) return batch;
    const rows = batch.rows.map(({ row, cells }) => ({ row, cells: [...cells, ...session.cells] }));
    return { ...batch, rows };
  }

  findings(): Finding[] {
    return this.subTable.isKnown ? this.subTable.findings() : [];
  }
}
