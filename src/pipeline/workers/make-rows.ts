import type { EntityName, Model } from "../../model/entity.ts";
import type { Finding } from "../../model/finding.ts";
import type { NormalizeOptions } from "../../model/normalizer.ts";
import type { DeferredRow } from "../../workspace/deferred-rows.ts";
import { gatherRecords } from "../../workspace/normalized-rows.ts";
import { openWorkspace } from "../../workspace/open-workspace.ts";
import type { RecordBatch } from "../../workspace/record-batch.ts";
import type { ReferenceKey } from "../../workspace/reference-keys.ts";
import {
  iterateRowBatches,
  type RejectedRow,
  type RowCells,
  type SourceRowRange,
} from "../../workspace/source-rows.ts";
import { createPartFile, type PartFile } from "../../workspace/part-files.ts";
import { turnsOf, type RangeTurns } from "../normalizing/range-turns.ts";
import { createRecordPacker } from "../normalizing/record-packer.ts";
import { makeRowRecords, rowsPerBatch, type RecordBench } from "../normalizing/record-maker.ts";
import { isAmong } from "../normalizing/repeated-ids.ts";
import { RowLedger, type LedgerEntries } from "../normalizing/row-ledger.ts";
import {
  planSource,
  type ColumnContexts,
  type SourcePlan,
  type SourceSpec,
} from "../normalizing/source-plan.ts";
import { Staff, type Sighting } from "../normalizing/staff.ts";
import { findTextReferences } from "../normalizing/text-references.ts";
import type { SendPart } from "./send-part.ts";

/** Rows whose records refer to no others but users, and what making them needs. */
export interface MakeRows {
  readonly workspacePath: string;
  readonly startedAt: string;
  /** Where packed parts go. */
  readonly partPath: string;
  readonly model: Model;
  readonly options: NormalizeOptions;
  /** Every source that is read. */
  readonly specs: readonly SourceSpec[];
  readonly contexts: ColumnContexts;
  /** Numbers of the ids that stand in several rows. */
  readonly repeated: Float64Array;
  readonly users: ReadonlyMap<string, string>;
  /** Those of all workers. */
  readonly ranges: readonly SpecifiedRange[];
  readonly turns: RangeTurns;
  /** One integer that counts the rows that are done. */
  readonly done: Int32Array;
}

/** A range of rows with the source it belongs to. */
export interface SpecifiedRange extends SourceRowRange {
  readonly spec: SourceSpec;
}

/** What a range of rows came to. */
export interface MadeRange {
  /** Its place among the ranges. */
  readonly at: number;
  readonly records: RecordBatch;
  /** `MadeBeside` as JSON, which costs less to copy than the objects. */
  readonly beside: string;
}

/** What a range of rows came to beside records. */
export interface MadeBeside {
  readonly findings: Finding[];
  readonly rejected: RejectedRow[];
  readonly deferred: DeferredRow[];
  readonly keys: (readonly [entity: EntityName, record: string, key: ReferenceKey])[];
}

/** What the rows of one worker came to, beside what it handed over and packed. */
export interface MadeRows {
  readonly ledger: LedgerEntries;
  readonly owners: ReadonlyMap<string, Sighting>;
}

/** Makes the records of ranges whose turn it is, and hands them over range by range. */
export function makeRows(input: MakeRows, send: SendPart<MadeRange>): MadeRows {
  const { workspacePath: path, startedAt, ranges, turns } = input;
  const workspace = openWorkspace(path, { mode: "read", startedAt });
  const parts = createPartFile(input.partPath);
  try {
    const maker = new RangeMaker(input, parts);
    for (const at of turnsOf(turns, ranges.length)) {
      const range = ranges[at];
      if (range === undefined) throw new Error(`No range ${at}`);
      const made = maker.make(range, iterateRowBatches(workspace, range, rowsPerBatch));
      send({ at, ...made }, [made.records.bytes.buffer]);
      Atomics.add(input.done, 0, range.to - range.from + 1);
    }
    return maker.finish();
  } finally {
    parts.close();
    workspace.close();
  }
}

/** What one worker knows from range to range. */
class RangeMaker {
  readonly #input: MakeRows;
  readonly #records = gatherRecords();
  readonly #staff: Staff;
  readonly #bench: RecordBench;
  /** One plan a source: it remembers what came of values that come again. */
  readonly #plans = new Map<number, SourcePlan>();
  #beside: MadeBeside = nothingBeside();

  constructor(input: MakeRows, parts: PartFile) {
    this.#input = input;
    this.#staff = new Staff(input.users);
    this.#bench = this.#benchOf(input, parts);
  }

  #benchOf({ model, options, specs, repeated, ranges }: MakeRows, parts: PartFile): RecordBench {
    const numbers = ranges.flatMap(({ from, to }) => [from, to]);
    return {
      model,
      options,
      isRepeated: isAmong(repeated),
      references: findTextReferences(specs, model),
      world: {
        model,
        keys: {
          add: (entity, record, key) => void this.#beside.keys.push([entity, record, key]),
          find: () => undefined,
        },
        staff: this.#staff,
        findRecord: () => undefined,
      },
      defer: (row) => void this.#beside.deferred.push(row),
      writer: {
        addRecord: (record, changes) => this.#records.add(record, changes),
        addFinding: (finding) => void this.#beside.findings.push(finding),
        addRejected: (row) => void this.#beside.rejected.push(row),
      },
      packer: createRecordPacker(model, (entity, part, { name, bytes }) =>
        parts.add(entity, part, name, bytes),
      ),
      ledger: new RowLedger(Math.min(...numbers), Math.max(...numbers)),
      orphanRows: new Set(),
    };
  }

  make({ spec }: SpecifiedRange, batches: Iterable<readonly RowCells[]>): Omit<MadeRange, "at"> {
    const { model, contexts } = this.#input;
    const plan = this.#plans.get(spec.index) ?? planSource(spec, model, contexts);
    this.#plans.set(spec.index, plan);
    for (const rows of batches) makeRowRecords(rows, plan, this.#bench);
    const beside = JSON.stringify(this.#beside);
    this.#beside = nothingBeside();
    return { records: this.#records.take(), beside };
  }

  finish(): MadeRows {
    this.#bench.packer.finish();
    return { ledger: this.#bench.ledger.entries(), owners: this.#staff.sightings() };
  }
}

function nothingBeside(): MadeBeside {
  return { findings: [], rejected: [], deferred: [], keys: [] };
}
