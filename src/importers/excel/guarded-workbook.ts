import { stat } from "node:fs/promises";
import { GoldpanError } from "../../errors.ts";
import type { Finding } from "../../model/finding.ts";
import type { RawRow, RawTable } from "../raw-row.ts";
import { damagedFile, type Reason } from "../zip/damaged-file.ts";
import type { ReadWorkbook } from "./read-workbook.ts";
import type { WorkbookMessage, WorkbookQuestion } from "./workbook-message.ts";
import { giveBack, takeThread } from "./thread-pool.ts";

/** Real workbooks take a tenth of this; what takes longer goes round in circles. */
const limitsOf = (megabytes: number): { readonly ms: number; readonly heapMb: number } => ({
  ms: 2500 + 3000 * megabytes,
  heapMb: Math.min(4096, Math.round(128 + 64 * megabytes)),
});

const tooLarge: Reason = ["it takes too much memory to read", "读取所需内存过大"];
const endless: Reason = ["it has no end", "读取无法结束"];
const stopped: Reason = ["its reader stopped", "读取中断"];

/**
 * A workbook through SheetJS, in a thread that is ended when it takes too long or too much memory: a
 * damaged file can send SheetJS into a loop, and nothing else can stop that. Throws what
 * `readWorkbook` throws, and IMPORT_DAMAGED for a file that has no end.
 */
export async function guardedWorkbook(question: WorkbookQuestion): Promise<ReadWorkbook> {
  const { size } = await stat(question.path);
  const { ms, heapMb } = limitsOf(size / 2 ** 20);
  const thread = takeThread(heapMb);
  const received = new ReceivedWorkbook();
  let clock: NodeJS.Timeout | undefined;
  try {
    return await new Promise<ReadWorkbook>((resolve, reject) => {
      const giveUp = (reason: Reason): void => {
        thread.isSpent = true;
        reject(damagedFile(question.path, reason));
      };
      thread.ask(question, {
        onFailure: (error) => {
          if (error !== undefined && !isOutOfMemory(error)) reject(error);
          giveUp(error === undefined ? stopped : tooLarge);
        },
        onMessage: (message) => {
          if (message.kind === "start") clock = setTimeout(() => giveUp(endless), ms);
          else if (message.kind === "refusal")
            reject(new GoldpanError(message.code, message.details));
          else if (message.kind === "end") resolve(received.end(message.findings));
          else received.add(message);
        },
      });
    });
  } finally {
    clearTimeout(clock);
    await giveBack(thread);
  }
}

function isOutOfMemory(error: Error): boolean {
  return "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}

type Rows = Extract<WorkbookMessage, { kind: "rows" }>;

interface ReceivedTable {
  readonly sheet: string | null;
  readonly findings: readonly Finding[];
  readonly pieces: Rows[];
}

/** The tables as they come in; their rows stay bytes until they are asked for. */
class ReceivedWorkbook {
  private readonly tables: ReceivedTable[] = [];

  add(message: Extract<WorkbookMessage, { kind: "table" | "rows" }>): void {
    if (message.kind === "rows") this.tables.at(-1)?.pieces.push(message);
    else this.tables.push({ sheet: message.sheet, findings: message.findings, pieces: [] });
  }

  end(findings: readonly Finding[]): ReadWorkbook {
    return { tables: this.tables.map(tableOf), findings };
  }
}

function tableOf({ sheet, findings, pieces }: ReceivedTable): RawTable {
  return {
    sheet,
    rows: rowsOf(pieces),
    strictWidth: false,
    widthBelow: (row) => Math.max(0, ...pieces.map((piece) => widthOf(piece, row))),
    findings,
  };
}

/** The width of the widest row below `row`. */
function widthOf({ numbers, widths }: Rows, row: number): number {
  return widths.reduce(
    (widest, width, at) => ((numbers[at] ?? 0) > row ? Math.max(widest, width) : widest),
    0,
  );
}

async function* rowsOf(pieces: readonly Rows[]): AsyncGenerator<readonly RawRow[]> {
  await Promise.resolve();
  for (const { json } of pieces) {
    // Written by the thread from such rows.
    yield JSON.parse(Buffer.from(json).toString()) as RawRow[];
  }
}
