import { numberedId } from "../../mapping/record-id.ts";
import type { Model } from "../../model/entity.ts";
import type { NormalizeOptions } from "../../model/normalizer.ts";
import type { DeferredRow } from "../../workspace/deferred-rows.ts";
import type { NormalizedRowWriter } from "../../workspace/normalized-rows.ts";
import type { RowCells } from "../../workspace/source-rows.ts";
import { noteRecord, resolveReferences, type ReferenceWorld } from "./references.ts";
import type { IsRepeated } from "./repeated-ids.ts";
import {
  draftsOf,
  linkToParent,
  normalizeDrafts,
  type NamedDraft,
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
  readonly writer: Pick<NormalizedRowWriter, "addRecord" | "addFinding" | "addRejected">;
  readonly packer: RecordPacker;
  readonly ledger: RowLedger;
  /** Rows whose main record was rejected after it had waited: its children belong to nobody. */
  readonly orphanRows: Set<number>;
}

/** Rows whose records are made together: enough for the caches, and few that live when a collector runs. */
export const rowsPerBatch = 48;

/**
 * The records of some rows of a source. Those whose id stands in several rows, or that refer to
 * records which are not there yet, wait for `makeDeferredRecords`.
 */
export function makeRowRecords(
  rows: readonly RowCells[],
  plan: SourcePlan,
  bench: RecordBench,
): void {
  const drafts = rows.flatMap(({ id, cells }) => draftsOf(id, cells, plan));
  const waiting = waitingDrafts(drafts, bench);
  const free = drafts.filter((draft) => draft.mapped.reject === undefined && !waiting.has(draft));
  const named = free.map((draft): NamedDraft => ({ draft, id: singleId(draft) }));
  const normalized = normalizeDrafts(named, bench.options);
  const made = new Map(free.map((draft, at) => [draft, normalized[at]]));
  const finished: NormalizedDraft[] = [];
  let parent: NormalizedDraft | undefined;
  for (const draft of drafts) {
    if (draft.place === 0) parent = undefined;
    if (waiting.has(draft)) defer(draft, bench);
    const single = usable(draft, made.get(draft), bench);
    if (single === undefined) continue;
    const resolved = resolveReferences(tiedTo(parent, single, draft), bench.world);
    bench.ledger.note(draft.mapped.entity, draft.sourceRow, "record");
    finished.push(resolved);
    if (draft.place === 0) parent = resolved;
  }
  writeRecords(finished, bench);
}

/** Drafts that wait, and those that belong to one that waits. */
function waitingDrafts(
  drafts: readonly RowDraft[],
  { isRepeated, references }: RecordBench,
): ReadonlySet<RowDraft> {
  const waiting = new Set<RowDraft>();
  let isParentWaiting = false;
  for (const draft of drafts) {
    const { plan, mapped, baseId, place } = draft;
    if (place === 0) isParentWaiting = false;
    if (mapped.reject !== undefined) continue;
    const isBound = mapped.parentLink !== undefined && isParentWaiting;
    const { entity, part } = mapped;
    if (!isBound && !isRepeated(entity, baseId) && !references.mustWait(plan, part)) continue;
    waiting.add(draft);
    if (place === 0) isParentWaiting = true;
  }
  return waiting;
}

function defer({ plan, mapped, baseId: id, sourceRow, place }: RowDraft, bench: RecordBench): void {
  bench.defer({ entity: mapped.entity, id, sourceRow, source: plan.index, place });
}

/** The id of a record that stands in one row only. */
function singleId({ mapped: { rowKey }, baseId }: RowDraft): string {
  return rowKey === null ? numberedId(baseId, 1) : baseId;
}

/** What came of a draft, if it can be used; else its row is listed with the reason. */
function usable(
  draft: RowDraft,
  normalized: NormalizedDraft | undefined,
  bench: RecordBench,
): NormalizedDraft | undefined {
  const reject = draft.mapped.reject ?? normalized?.reject;
  if (reject === undefined) return normalized;
  rejectRow(draft, reject, bench);
  return undefined;
}

function tiedTo(
  parent: NormalizedDraft | undefined,
  child: NormalizedDraft,
  { mapped: { parentLink } }: RowDraft,
): NormalizedDraft {
  if (parentLink === undefined || parent === undefined) return child;
  return linkToParent(child, parentLink.field, parent.record);
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
export function writeRecord(draft: NormalizedDraft, bench: RecordBench): void {
  writeRecords([resolveReferences(draft, bench.world)], bench);
}

/** Writes and packs records whose references are tied, those of one entity one after the other. */
function writeRecords(drafts: readonly NormalizedDraft[], bench: RecordBench): void {
  const { writer, packer, ledger, references, world } = bench;
  for (const [entity, group] of Map.groupBy(drafts, ({ record }) => record.entity)) {
    for (const { record, changes } of group) writer.addRecord(record, changes);
    for (const { record } of group) packer.add(record);
    const tally = ledger.tally(entity);
    for (const { changes, findings } of group) {
      tally.changes += changes.length;
      tally.findings += findings.length;
    }
  }
  for (const { record, findings } of drafts) {
    for (const finding of findings) writer.addFinding(finding);
    if (references.isReferred(record.entity)) noteRecord(record, world);
  }
}
