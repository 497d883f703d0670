import { entityNames, type EntityName } from "../model/entity.ts";
import type { EntityRecord, RecordChange } from "../model/record.ts";
import type { Workspace } from "./open-workspace.ts";
import { insertInto, recordRow } from "./records.ts";
import { statementsByEntity } from "./statements-by-entity.ts";

/** Records as they stand in the file, in bytes that another thread can have without a copy. */
export interface RecordBatch {
  /** The texts of all records, one after the other, in UTF-8. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** For each record `wordsPerRecord` numbers: entity, label, source row, then the bytes of each text. */
  readonly layout: Int32Array;
  /** What many records share: system and time of the export. */
  readonly labels: readonly Label[];
}

type Label = readonly [system: string, exportedAt: string];

const wordsPerRecord = 7;
const firstBytes = 1 << 16;

/** Gathers records into a batch. */
export class RecordBatchWriter {
  readonly #parsed: readonly string[];
  #bytes: Buffer<ArrayBuffer> = Buffer.allocUnsafeSlow(firstBytes);
  #end = 0;
  #layout: number[] = [];
  #labels: Label[] = [];

  /** `parsed` as of `encodeValues`. */
  constructor(parsed: readonly string[]) {
    this.#parsed = parsed;
  }

  add(record: EntityRecord, changes: readonly Omit<RecordChange, "record">[]): void {
    const row = recordRow(record, changes, this.#parsed);
    const [id, system, sourceRow, exportedAt, ...texts] = row;
    this.#layout.push(
      entityNames.indexOf(record.entity),
      this.#labelOf(system, exportedAt),
      sourceRow,
      this.#write(id),
    );
    for (const text of texts) this.#layout.push(this.#write(text));
  }

  #labelOf(system: string, exportedAt: string): number {
    const found = this.#labels.findIndex(
      ([known, time]) => known === system && time === exportedAt,
    );
    return found === -1 ? this.#labels.push([system, exportedAt]) - 1 : found;
  }

  /** Returns how many bytes the text has. */
  #write(text: string): number {
    if (text === "") return 0;
    const most = this.#end + text.length * 3;
    if (most > this.#bytes.length) this.#enlarge(most);
    const length = this.#bytes.write(text, this.#end);
    this.#end += length;
    return length;
  }

  #enlarge(least: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, least));
    this.#bytes.copy(larger, 0, 0, this.#end);
    this.#bytes = larger;
  }

  /** What was added since the last time; another batch begins. */
  take(): RecordBatch {
    const { buffer } = this.#bytes;
    const batch = {
      bytes: new Uint8Array(buffer, 0, this.#end),
      layout: new Int32Array(this.#layout),
      labels: this.#labels,
    };
    // The next one will be about as long.
    this.#bytes = Buffer.allocUnsafeSlow(buffer.byteLength);
    [this.#end, this.#layout, this.#labels] = [0, [], []];
    return batch;
  }
}

/** Records that one statement writes: what a statement costs by itself is shared by all of them. */
const recordsAtOnce = 16;
const numbersPerRow = 6;

/** Puts the records of batches into the tables of their entities. */
export function insertRecordBatches(
  database: Workspace["database"],
  tableOf: (entity: EntityName) => string,
): (batch: RecordBatch) => void {
  const inserts = statementsByEntity(database, (entity) => insertRunSql(tableOf(entity)));
  return (batch) => {
    for (const { entity, parameters } of runsOf(batch)) inserts[entity].run(parameters);
  };
}

/** SQL that cuts the texts of some records of one label out of their bytes; rows without a start are none. */
function insertRunSql(table: string): string {
  const rows = Array<string>(recordsAtOnce).fill("(?, ?, ?, ?, ?, ?)").join(", ");
  const [start, sourceRow, ...lengths] = Array.from(
    { length: numbersPerRow },
    (_, at) => `row.column${at + 1}`,
  );
  const texts = lengths.map((length, at) => {
    const from = [start, ...lengths.slice(0, at)].join(" + ");
    return `CAST(substr(run.bytes, ${from}, ${length}) AS TEXT)`;
  });
  const [id, values, extra, changes] = texts;
  return `${insertInto(table)}
    SELECT ${id}, run.system, ${sourceRow}, run.exported_at, ${values}, ${extra}, ${changes}
    FROM (SELECT ? AS bytes, ? AS system, ? AS exported_at) AS run
    CROSS JOIN (VALUES ${rows}) AS row WHERE ${start} IS NOT NULL`;
}

/** Records of one entity and label that stand side by side, for the statement of the entity. */
interface RecordRun {
  readonly entity: EntityName;
  readonly parameters: readonly unknown[];
}

function* runsOf({ bytes, layout, labels }: RecordBatch): Generator<RecordRun> {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let from = 0;
  for (let at = 0, end = 0; at < layout.length; at = end) {
    end = endOfRun(layout, at);
    const rows: (number | null)[] = [];
    const length = layRows(layout.subarray(at, end), rows);
    while (rows.length < recordsAtOnce * numbersPerRow) rows.push(null);
    const [system = "", exportedAt = ""] = labels[layout[at + 1] ?? 0] ?? [];
    const texts = all.subarray(from, from + length);
    yield { entity: entityAt(layout[at]), parameters: [texts, system, exportedAt, ...rows] };
    from += length;
  }
}

function endOfRun(layout: Int32Array, start: number): number {
  const most = Math.min(layout.length, start + recordsAtOnce * wordsPerRecord);
  let end = start;
  while (end < most && layout[end] === layout[start] && layout[end + 1] === layout[start + 1]) {
    end += wordsPerRecord;
  }
  return end;
}

/** Start (SQL counts from 1), source row and lengths of each record; returns how many bytes all have. */
function layRows(layout: Int32Array, rows: (number | null)[]): number {
  let length = 0;
  for (let at = 0; at < layout.length; at += wordsPerRecord) {
    rows.push(length + 1, layout[at + 2] ?? 0);
    for (let word = at + 3; word < at + wordsPerRecord; word += 1) {
      rows.push(layout[word] ?? 0);
      length += layout[word] ?? 0;
    }
  }
  return length;
}

function entityAt(index = -1): EntityName {
  const entity = entityNames[index];
  if (entity === undefined) throw new Error(`No entity ${index}`);
  return entity;
}
