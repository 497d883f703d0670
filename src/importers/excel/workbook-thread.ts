import { parentPort } from "node:worker_threads";
import { GoldpanError } from "../../errors.ts";
import type { RawRow } from "../raw-row.ts";
import { readWorkbook } from "./read-workbook.ts";
import type { WorkbookMessage, WorkbookQuestion } from "./workbook-message.ts";

/** Runs in a thread of its own: reads workbooks through SheetJS and sends them piece by piece. */
function send(message: WorkbookMessage, transfer: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, [...transfer]);
}

function sendRows(rows: readonly RawRow[]): void {
  const json = new Uint8Array(Buffer.from(JSON.stringify(rows)));
  const numbers = Int32Array.from(rows, ({ row }) => row);
  const widths = Int32Array.from(rows, ({ cells }) => cells.length);
  const transfer = [json.buffer, numbers.buffer, widths.buffer];
  send({ kind: "rows", json, numbers, widths }, transfer);
}

async function answer({ path, sheet }: WorkbookQuestion): Promise<void> {
  try {
    await import("@e965/xlsx");
    send({ kind: "start" });
    const { tables, findings } = await readWorkbook(path, sheet);
    for (const table of tables) {
      send({ kind: "table", sheet: table.sheet, findings: table.findings });
      for await (const rows of table.rows) sendRows(rows);
    }
    send({ kind: "end", findings });
  } catch (error) {
    if (!(error instanceof GoldpanError)) throw error;
    send({ kind: "refusal", code: error.code, details: error.details });
  }
}

// Only `WorkbookThread` talks to this thread, and in such questions.
parentPort?.on("message", (question: WorkbookQuestion) => void answer(question));
