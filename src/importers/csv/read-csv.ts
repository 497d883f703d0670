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
  let state: { readonly layout: TextLayout; readonly splitter: RecordSplitter } | undefined;
  let row = 1;
  let waiting: TextRecord[] = [];
  const numbered = (records: readonly TextRecord[], layout: TextLayout): RawRow[] => {
    const rows = parseRecords(records, layout.delimiter).map((each, at) => ({
      ...each,
      row: row + at,
    }));
    row += records.length;
    return rows.filter(({ row: number }) => number > layout.skippedLines);
  };
  for await (const text of largerChunks(streamText(path, encoding))) {
    state ??= begin(text);
    waiting.push(...state.splitter.push(text));
    for (; waiting.length >= batchRows; waiting = waiting.slice(batchRows)) {
      yield numbered(waiting.slice(0, batchRows), state.layout);
    }
  }
  if (state === undefined) return;
  waiting.push(...state.splitter.end());
  if (waiting.length > 0) yield numbered(waiting, state.layout);
}

function begin(text: string): { layout: TextLayout; splitter: RecordSplitter } {
  const layout = findDelimiter(text.slice(0, sampleLetters));
  return { layout, splitter: new RecordSplitter(layout.delimiter) };
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
