import { numberedId } from "../../mapping/record-id.ts";
import type { EntityName, Model } from "../../model/entity.ts";
import type { NormalizeOptions } from "../../model/normalizer.ts";
import { byCodePoint } from "../../text/code-point.ts";
import type { DeferredRow, DeferredRows } from "../../workspace/deferred-rows.ts";
import type { NormalizedRowWriter } from "../../workspace/normalized-rows.ts";
import type { SourceRow } from "../../workspace/source-rows.ts";
import { joinRows } from "./join-rows.ts";
import { noteRecord, resolveReferences, type ReferenceWorld } from "./references.ts";
import type { IsRepeated } from "./repeated-ids.ts";
import {
  draftsOf,
  linkToParent,
  normalizeDraft,
  type NormalizedDraft,
  type RowDraft,
} from "./row-draft.ts";
import type { RowLedger } from "./row-ledger.ts";
import type { SourcePlan } from "./source-plan.ts";
import type { TextReferences } from "./text-references.ts";

/** Everything that making records of rows needs and leaves behind. */
export interface RecordBench {
  readonly model: Model;
  readonly plans: readonly SourcePlan[];
  readonly options: NormalizeOptions;
  readonly isRepeated: IsRepeated;
  readonly references: TextReferences;
  readonly world: ReferenceWorld;
  readonly deferred: DeferredRows;
  readonly findRow: (id: number) => SourceRow | undefined;
  readonly writer: NormalizedRowWriter;
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
      bench.deferred.add({ entity, id, sourceRow, source: plan.index, place });
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

function rejectRow(
  { mapped, sourceRow, place }: RowDraft,
  reason: string,
  bench: RecordBench,
): void {
  const { entity } = mapped;
  if (place === 0) bench.orphanRows.add(sourceRow);
  bench.ledger.note(entity, sourceRow, "rejected", "rejected");
  bench.writer.addRejected({ sourceRow, entity, reason });
}

function writeRecord(draft: NormalizedDraft, bench: RecordBench): NormalizedDraft {
  const resolved = resolveReferences(draft, bench.world);
  const { record, changes, findings } = resolved;
  const { writer, ledger } = bench;
  writer.addRecord(record, changes);
  for (const finding of findings) writer.addFinding(finding);
  const tally = ledger.tally(record.entity);
  tally.changes += changes.length;
  tally.findings += findings.length;
  if (bench.references.isReferred(record.entity)) noteRecord(record, bench.world);
  return resolved;
}

/** The records of an entity that had to wait, one id after the other. */
export function makeDeferredRecords(entity: EntityName, bench: RecordBench): void {
  for (const group of bench.deferred.take(entity)) {
    const drafts = group.map((row) => waitingDraft(row, bench));
    const exports = byExport(drafts);
    if (drafts[0]?.mapped.rowKey === null) makeEqualRecords(exports, bench);
    else makeKeyedRecord(exports, bench);
  }
}

interface WaitingDraft extends RowDraft {
  /** Puts rows in an order that has nothing to do with where they stand. */
  readonly text: string;
}

function waitingDraft({ sourceRow, source, place }: DeferredRow, bench: RecordBench): WaitingDraft {
  const plan = bench.plans[source];
  const row = bench.findRow(sourceRow);
  const draft =
    plan === undefined || row === undefined ? undefined : draftsOf(row.id, row.cells, plan)[place];
  if (draft === undefined || row === undefined) throw new Error(`Source row ${sourceRow} is gone`);
  return { ...draft, text: JSON.stringify(row.cells) };
}

/** Rows of one export together, the newest first: by the time of the export, then by the import. */
function byExport(drafts: readonly WaitingDraft[]): WaitingDraft[][] {
  const newestFirst = drafts.toSorted(
    (a, b) =>
      byCodePoint(b.plan.exportedAt, a.plan.exportedAt) ||
      b.plan.source.run - a.plan.source.run ||
      byCodePoint(a.text, b.text) ||
      a.place - b.place,
  );
  const exports: WaitingDraft[][] = [];
  for (const draft of newestFirst) {
    const last = exports.at(-1);
    if (last?.[0] !== undefined && isOneExport(last[0], draft)) last.push(draft);
    else exports.push([draft]);
  }
  return exports;
}

function isOneExport(a: RowDraft, b: RowDraft): boolean {
  return a.plan.exportedAt === b.plan.exportedAt && a.plan.source.run === b.plan.source.run;
}

/** Equal rows without a key get numbers; the n-th of an older export is an older version of the n-th. */
function makeEqualRecords(exports: readonly (readonly WaitingDraft[])[], bench: RecordBench): void {
  const most = Math.max(...exports.map((each) => each.length));
  for (let at = 0; at < most; at += 1) {
    const [newest, ...older] = exports.flatMap((each) => each[at] ?? []);
    if (newest === undefined) continue;
    const id = numberedId(newest.baseId, at + 1);
    const normalized = normalizeDraft(newest, id, bench.options);
    if (normalized.reject === undefined) {
      bench.ledger.note(newest.mapped.entity, newest.sourceRow, "record");
      writeRecord(linked(normalized, newest, at + 1, bench), bench);
      noteOlder(id, older, bench);
    } else {
      for (const each of [newest, ...older]) rejectRow(each, normalized.reject, bench);
    }
  }
}

/** The rows of the newest export that have the key are one record, those before are older versions. */
function makeKeyedRecord(exports: readonly (readonly WaitingDraft[])[], bench: RecordBench): void {
  const [newest = [], ...older] = exports;
  const made = newest.map((draft) => {
    const normalized = normalizeDraft(draft, draft.baseId, bench.options);
    return { draft, normalized: linked(normalized, draft, 1, bench) };
  });
  const usable = made.filter(({ draft, normalized: { reject } }) => {
    if (reject !== undefined) rejectRow(draft, reject, bench);
    return reject === undefined;
  });
  if (usable.length > 0) {
    const { joined, strangers } = joinRows(
      usable.map(({ normalized }) => normalized),
      bench.model,
    );
    let isFirst = true;
    for (const { draft, normalized } of usable) {
      if (strangers.includes(normalized)) {
        rejectStranger(draft, bench);
        continue;
      }
      noteMember(draft, isFirst, bench);
      isFirst = false;
    }
    writeRecord(joined, bench);
  }
  noteOlder(newest[0]?.baseId ?? "", older.flat(), bench);
}

function noteMember(
  { mapped, sourceRow, baseId }: RowDraft,
  isFirst: boolean,
  bench: RecordBench,
): void {
  const { entity } = mapped;
  bench.ledger.note(entity, sourceRow, "record", isFirst ? "records" : "joined");
  if (!isFirst) bench.writer.addFurtherRow(entity, { record: baseId, sourceRow, part: "joined" });
}

function rejectStranger(draft: RowDraft, bench: RecordBench): void {
  const { entity } = draft.mapped;
  rejectRow(draft, "key-used-twice", bench);
  bench.writer.addFinding({ code: "N013", severity: "error", entity, record: draft.baseId });
  bench.ledger.tally(entity).findings += 1;
}

function noteOlder(record: string, older: readonly RowDraft[], bench: RecordBench): void {
  const [first] = older;
  if (first === undefined) return;
  const { entity } = first.mapped;
  for (const { sourceRow } of older) {
    bench.ledger.note(entity, sourceRow, "older", "olderVersions");
    bench.writer.addFurtherRow(entity, { record, sourceRow, part: "older" });
  }
  const detail = [...new Set(older.map(({ plan }) => plan.exportedAt))].join(", ");
  bench.writer.addFinding({
    code: "N011",
    severity: "info",
    entity,
    record,
    value: String(older.length),
    ...(detail !== "" && { detail }),
  });
  bench.ledger.tally(entity).findings += 1;
}

/** Tied to the record of the row it stands in; of equal rows the n-th belongs to the n-th. */
function linked(
  child: NormalizedDraft,
  draft: WaitingDraft,
  number: number,
  bench: RecordBench,
): NormalizedDraft {
  const { parentLink } = draft.mapped;
  const isOrphan = parentLink === undefined || bench.orphanRows.has(draft.sourceRow);
  const row = isOrphan ? undefined : bench.findRow(draft.sourceRow);
  const [main] = row === undefined ? [] : draftsOf(row.id, row.cells, draft.plan);
  if (parentLink === undefined || main === undefined) return child;
  const { entity, rowKey } = main.mapped;
  const ids =
    rowKey === null ? [numberedId(main.baseId, number), numberedId(main.baseId, 1)] : [main.baseId];
  const parent = ids.map((id) => bench.world.findRecord(entity, id)).find((each) => each);
  return parent === undefined ? child : linkToParent(child, parentLink.field, parent);
}
