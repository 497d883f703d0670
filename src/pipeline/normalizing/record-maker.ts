import { numberedId } from "../../mapping/record-id.ts";
import type { Model } from "../../model/entity.ts";
import type { NormalizeOptions } from "../../model/normalizer.ts";
import type { DeferredRow } from "../../workspace/deferred-rows.ts";
import type { NormalizedRowWriter } from "../../workspace/normalized-rows.ts";
import type { SourceRow } from "../../workspace/source-rows.ts";
import { noteRecord, resolveReferences, type ReferenceWorld } from "./references.ts";
import type { IsRepeated } from "./repeated-ids.ts";
import {
  draftsOf,
  linkToParent,
  normalizeDraft,
  type NormalizedDraft,
  type RowDraft,
} from "./row-draft.ts";
import type { RecordPacker } from "./record-packer.ts";
import type { RowLedger } from "./row-ledger.ts";
import type { SourcePlan } from "./source-plan.ts";
import type { TextReferences } from "./text-references.ts";

/** Everything that making records of rows needs and leaves behind. */
export interface RecordBench {
  readonly model: Model;
  readonly options: NormalizeOptions;
  readonly isRepeated: IsRepeated;
  readonly references: TextReferences;
  readonly world: ReferenceWorld;
  readonly defer: (row: DeferredRow) => void;
  readonly writer: NormalizedRowWriter;
  readonly packer: RecordPacker;
  readonly ledger: RowLedger;
  /** Rows whose main record was rejected after it had waited: its children belong to nobody. */
  readonly orphanRows: Set<number>;
}

/**
 * The records of one row. Those whose id stands in several rows, or that refer to records which
 * are not there yet, wait for `makeDeferredRecords`.
 */
export function makeRowRecords(row: SourceRow, plan: SourcePlan, bench: RecordBench): void {
  const drafts = draftsOf(row.id, row.cells, plan);
  let parent: NormalizedDraft | "deferred" | undefined;
  for (const draft of drafts) {
    const { entity, reject, parentLink } = draft.mapped;
    const link = parentLink === undefined ? undefined : { ...parentLink, parent };
    if (reject !== undefined) {
      rejectRow(draft, reject, bench);
    } else if (mustWait(draft, bench) || link?.parent === "deferred") {
      const { baseId: id, sourceRow, place } = draft;
      bench.defer({ entity, id, sourceRow, source: plan.index, place });
      if (draft.place === 0) parent = "deferred";
    } else {
      const written = makeSingle(draft, link?.parent, bench);
      if (draft.place === 0) parent = written;
    }
  }
}

function mustWait({ plan, mapped, baseId }: RowDraft, bench: RecordBench): boolean {
  const { entity, part } = mapped;
  return bench.isRepeated(entity, baseId) || bench.references.mustWait(plan, part);
}

function makeSingle(
  draft: RowDraft,
  parent: NormalizedDraft | undefined,
  bench: RecordBench,
): NormalizedDraft | undefined {
  const { rowKey, parentLink, entity } = draft.mapped;
  const id = rowKey === null ? numberedId(draft.baseId, 1) : draft.baseId;
  const normalized = normalizeDraft(draft, id, bench.options);
  if (normalized.reject !== undefined) {
    rejectRow(draft, normalized.reject, bench);
    return undefined;
  }
  const isLinked = parentLink !== undefined && parent !== undefined;
  const linked = isLinked ? linkToParent(normalized, parentLink.field, parent.record) : normalized;
  bench.ledger.note(entity, draft.sourceRow, "record");
  return writeRecord(linked, bench);
}

/** Lists a mapped record as rejected, with the reason. */
export function rejectRow(
  { mapped, sourceRow, place }: RowDraft,
  reason: string,
  bench: RecordBench,
): void {
  const { entity } = mapped;
  if (place === 0) bench.orphanRows.add(sourceRow);
  bench.ledger.note(entity, sourceRow, "rejected", "rejected");
  bench.writer.addRejected({ sourceRow, entity, reason });
}

/** Ties a record to those it names, writes and packs it. */
export function writeRecord(draft: NormalizedDraft, bench: RecordBench): NormalizedDraft {
  const resolved = resolveReferences(draft, bench.world);
  const { record, changes, findings } = resolved;
  const { writer, ledger } = bench;
  writer.addRecord(record, changes);
  bench.packer.add(record);
  for (const finding of findings) writer.addFinding(finding);
  const tally = ledger.tally(record.entity);
  tally.changes += changes.length;
  tally.findings += findings.length;
  if (bench.references.isReferred(record.entity)) noteRecord(record, bench.world);
  return resolved;
}
