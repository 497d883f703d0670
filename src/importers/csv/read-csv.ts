import { createReadStream } from "node:fs";
import type { Encoding } from "../encoding.ts";
import type { RawRow, RawTable } from "../raw-row.ts";
import { findDelimiter, type TextLayout } from "./delimiter.ts";
import { parseRecords } from "./parse-records.ts";
import { RecordSplitter, type TextRecord } from "./records-of-text.ts";

const sampleLetters = 1 << 16;
const batchRows = 1000;

/** A delimited text file as one table, streamed; memory does not grow with its rows. */
export function readCsv(path: string, encoding: Encoding): RawTable {
  return { sheet: null, rows: streamRows(path, encoding), strictWidth: true, findings: [] };
}

async function* streamText(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    // The stream has no encoding set, so its chunks are bytes.
    yield decoder.decode(chunk as Uint8Array, { stream: true });
  }
  yield decoder.decode();
}

async function* streamRows(path: string, encoding: Encoding): AsyncGenerator<readonly RawRow[]> {
  let reader: RowReader | undefined;
  for await (const text of largerChunks(streamText(path, encoding))) {
    reader ??= new RowReader(text);
    yield* reader.push(text);
  }
  if (reader !== undefined) yield* reader.end();
}

/** Text to numbered rows, in batches. */
class RowReader {
  private readonly layout: TextLayout;
  private readonly splitter: RecordSplitter;
  private waiting: TextRecord[] = [];
  private row: number;

  constructor(start: string) {
    this.layout = findDelimiter(start.slice(0, sampleLetters));
    this.splitter = new RecordSplitter(this.layout.delimiter);
    // Excel swallows the line `sep=;` and counts from the next one.
    this.row = 1 - this.layout.skippedLines;
  }

  *push(text: string): Generator<readonly RawRow[]> {
    this.waiting.push(...this.splitter.push(text));
    for (; this.waiting.length >= batchRows; this.waiting = this.waiting.slice(batchRows)) {
      yield this.numbered(this.waiting.slice(0, batchRows));
    }
  }

  *end(): Generator<readonly RawRow[]> {
    this.waiting.push(...this.splitter.end());
    if (this.waiting.length > 0) yield this.numbered(this.waiting);
  }

  private numbered(records: readonly TextRecord[]): RawRow[] {
    const start = this.row;
    this.row += records.length;
    return parseRecords(records, this.layout.delimiter)
      .map((each, at) => ({ ...each, row: start + at }))
      .filter(({ row }) => row > 0);
  }
}

/** The first piece must be long enough to tell the delimiter, however the file was cut. */
async function* largerChunks(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let first: string | undefined = "";
  for await (const text of texts) {
    if (first === undefined) yield text;
    else if ((first += text).length >= sampleLetters) {
      yield first;
      first = undefined;
    }
  }
  if (first !== undefined && first !== "") yield first;
}
