import { inBatches } from "../../load/in-batches.ts";
import type { EntityName, Model } from "../../model/entity.ts";
import type { NormalizeOptions } from "../../model/normalizer.ts";
import { writeNormalizedRows } from "../../workspace/normalized-rows.ts";
import { openWorkspace } from "../../workspace/open-workspace.ts";
import { iterateRowRange, type SourceRowRange } from "../../workspace/source-rows.ts";
import { createStaging, type Staging } from "../../workspace/staging.ts";
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

/** Rows whose records refer to no others but users, and what making them needs. */
export interface MakeRows {
  readonly workspacePath: string;
  readonly startedAt: string;
  readonly stagingPath: string;
  readonly model: Model;
  readonly options: NormalizeOptions;
  /** Every source that is read. */
  readonly specs: readonly SourceSpec[];
  readonly contexts: ColumnContexts;
  /** Numbers of the ids that stand in several rows. */
  readonly repeated: Float64Array;
  readonly users: ReadonlyMap<string, string>;
  readonly ranges: readonly SpecifiedRange[];
  /** One integer that counts the rows that are done. */
  readonly done: Int32Array;
}

/** A range of rows with the source it belongs to. */
export interface SpecifiedRange extends SourceRowRange {
  readonly spec: SourceSpec;
}

/** What the rows came to, beside what stands in the staging file. */
export interface MadeRows {
  readonly ledger: LedgerEntries;
  readonly owners: ReadonlyMap<string, Sighting>;
}

/** Makes the records of some rows into a staging file. */
export function makeRows(input: MakeRows): MadeRows {
  const { workspacePath: path, startedAt, ranges, model, contexts, done } = input;
  const workspace = openWorkspace(path, { mode: "read", startedAt });
  const staging = createStaging(input.stagingPath, workspace);
  try {
    const bench = benchOf(input, staging);
    // One plan a source: it remembers what came of values that come again.
    const plans = new Map<number, SourcePlan>();
    for (const range of ranges) {
      const plan = plans.get(range.spec.index) ?? planSource(range.spec, model, contexts);
      plans.set(range.spec.index, plan);
      for (const rows of inBatches(iterateRowRange(workspace, range), rowsPerBatch)) {
        makeRowRecords(rows, plan, bench);
      }
      Atomics.add(done, 0, range.to - range.from + 1);
    }
    bench.packer.finish();
    return { ledger: bench.ledger.entries(), owners: bench.world.staff.sightings() };
  } finally {
    staging.close();
    workspace.close();
  }
}

function benchOf(input: MakeRows, staging: Staging): RecordBench {
  const { model, options, specs, repeated, users, ranges } = input;
  const numbers = ranges.flatMap(({ from, to }) => [from, to]);
  return {
    model,
    options,
    isRepeated: isAmong(repeated),
    references: findTextReferences(specs, model),
    world: {
      model,
      keys: {
        add: (entity, record, key) => staging.addReferenceKey(entity, record, key),
        find: () => undefined,
      },
      staff: new Staff(users),
      findRecord: () => undefined,
    },
    defer: (row) => staging.addDeferred(row),
    writer: writeNormalizedRows(staging.workspace),
    packer: createRecordPacker(model, (entity: EntityName, part, { name, bytes }) =>
      staging.addPart(entity, part, name, bytes),
    ),
    ledger: new RowLedger(Math.min(...numbers), Math.max(...numbers)),
    orphanRows: new Set(),
  };
}
