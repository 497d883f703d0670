import { entityNames, type EntityName } from "../model/entity.ts";
import type { EntityRecord, RecordChange } from "../model/record.ts";
import type { Workspace } from "./open-workspace.ts";
import { insertRecordSql, recordRow } from "./records.ts";
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

/** Puts the records of batches into their tables; call what it returns inside `inTransaction`. */
export function insertRecordBatches(database: Workspace["database"]): (batch: RecordBatch) => void {
  const inserts = statementsByEntity(database, (entity) =>
    insertRecordSql(`record_${entity}`, "CAST(? AS TEXT)"),
  );
  return ({ bytes, layout, labels }) => {
    const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let from = 0;
    const next = (length = 0): Buffer | string => {
      if (length === 0) return "";
      from += length;
      return all.subarray(from - length, from);
    };
    for (let at = 0; at < layout.length; at += wordsPerRecord) {
      const [system = "", exportedAt = ""] = labels[layout[at + 1] ?? 0] ?? [];
      inserts[entityAt(layout[at])].run([
        next(layout[at + 3]),
        system,
        layout[at + 2],
        exportedAt,
        next(layout[at + 4]),
        next(layout[at + 5]),
        next(layout[at + 6]),
      ]);
    }
  };
}

function entityAt(index = -1): EntityName {
  const entity = entityNames[index];
  if (entity === undefined) throw new Error(`No entity ${index}`);
  return entity;
}
