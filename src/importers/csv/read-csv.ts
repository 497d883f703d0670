import type { Finding } from "../../model/finding.ts";
import type { RawRow, RawTable } from "../raw-row.ts";
import { findDelimiter, type TextLayout } from "./delimiter.ts";
import { parseRecord } from "./parse-record.ts";
import { RecordScanner } from "./record-scanner.ts";
import { marks, type ScannedBlock } from "./scanned-block.ts";
import { ScannedRow } from "./scanned-row.ts";
import { chunksOf, toUtf8, type WrittenText } from "../utf8-chunks.ts";

const sampleBytes = 1 << 16;
/** Few rows at a time: those that live while the collector runs make it ask for ever more memory. */
const mostRows = 1 << 8;

/** A delimited text file as one table, streamed; memory does not grow with its rows. */
export function readCsv(path: string, text: WrittenText): RawTable {
  const findings: Finding[] = [];
  const onLost = (): void => {
    if (findings.length === 0)
      findings.push({ code: "I106", severity: "warning", value: text.encoding });
  };
  // A file that is UTF-8 but for some bytes was found out before it is read.
  const watched = text.encoding === "utf-8" ? text : { ...text, onLost };
  const rows = rowsOf(toUtf8(chunksOf(path), watched));
  return { sheet: null, rows, strictWidth: true, findings };
}

/** Text in UTF-8 to numbered rows, in batches; where the chunks are cut changes nothing. */
export async function* rowsOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly RawRow[]> {
  let reader: RowReader | undefined;
  for await (const chunk of largerFirst(chunks)) {
    reader ??= new RowReader(chunk);
    yield* reader.push(chunk, false);
  }
  if (reader !== undefined) yield* reader.push(Buffer.alloc(0), true);
}

/** The first piece must be long enough to tell the delimiter, however the file was cut. */
async function* largerFirst(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let first: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (first === undefined) yield chunk;
    else {
      first = Buffer.concat([first, chunk]);
      if (first.length < sampleBytes) continue;
      yield first;
      first = undefined;
    }
  }
  if (first !== undefined && first.length > 0) yield first;
}

class RowReader {
  private readonly layout: TextLayout;
  private readonly scanner: RecordScanner;
  private rest: Buffer = Buffer.alloc(0);
  private row: number;

  constructor(start: Buffer) {
    this.layout = findDelimiter(start.toString("utf8", 0, sampleBytes));
    this.scanner = new RecordScanner(this.layout.delimiter);
    // Excel swallows the line `sep=;` and counts from the next one.
    this.row = 1 - this.layout.skippedLines;
  }

  *push(chunk: Buffer, isLast: boolean): Generator<readonly RawRow[]> {
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const block = this.scanner.scan(bytes, isLast);
    this.rest = bytes.subarray(block.used);
    for (let from = 0; from < block.count; from += mostRows) yield this.rowsOf(block, from);
  }

  private rowsOf(block: ScannedBlock, from: number): RawRow[] {
    const rows: RawRow[] = [];
    const to = Math.min(from + mostRows, block.count);
    for (let index = from; index < to; index += 1) {
      if (this.row > 0) rows.push(rowOf(block, index, this.row, this.layout.delimiter));
      this.row += 1;
    }
    return rows;
  }
}

const notRegular = marks.irregular | marks.broken | marks.endless;

function rowOf(block: ScannedBlock, index: number, row: number, delimiter: string): RawRow {
  const scanned = new ScannedRow(block, index, row, delimiter);
  const marked = block.records[index * 4 + 3] ?? 0;
  if ((marked & notRegular) === 0) return scanned;
  if ((marked & marks.endless) > 0) return endlessRow(scanned);
  return { ...parseRecord(scanned.text, delimiter, (marked & marks.broken) > 0), row };
}

function endlessRow({ row, text }: ScannedRow): RawRow {
  const broken: Finding = { code: "I109", severity: "error", detail: "no line break for 16 MB" };
  return { row, cells: [text], text, broken };
}
