import { numberedId } from "../../mapping/record-id.ts";
import type { EntityName } from "../../model/entity.ts";
import { byCodePoint } from "../../text/code-point.ts";
import type { DeferredRow, DeferredRows } from "../../workspace/deferred-rows.ts";
import type { NormalizedRowWriter } from "../../workspace/normalized-rows.ts";
import type { SourceRow } from "../../workspace/source-rows.ts";
import { joinRows } from "./join-rows.ts";
import { rejectRow, writeRecord, type RecordBench } from "./record-maker.ts";
import {
  draftsOf,
  linkToParent,
  normalizeDraft,
  type NormalizedDraft,
  type RowDraft,
} from "./row-draft.ts";
import type { SourcePlan } from "./source-plan.ts";

/** What making records that had to wait needs besides. */
export interface DeferredBench extends RecordBench {
  readonly writer: NormalizedRowWriter;
  readonly plans: readonly SourcePlan[];
  readonly deferred: DeferredRows;
  readonly findRow: (id: number) => SourceRow | undefined;
}

/** The records of an entity that had to wait, one id after the other. */
export function makeDeferredRecords(entity: EntityName, bench: DeferredBench): void {
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

function waitingDraft(
  { sourceRow, source, place }: DeferredRow,
  bench: DeferredBench,
): WaitingDraft {
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
function makeEqualRecords(
  exports: readonly (readonly WaitingDraft[])[],
  bench: DeferredBench,
): void {
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
function makeKeyedRecord(
  exports: readonly (readonly WaitingDraft[])[],
  bench: DeferredBench,
): void {
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
  bench: DeferredBench,
): void {
  const { entity } = mapped;
  bench.ledger.note(entity, sourceRow, "record", isFirst ? "records" : "joined");
  if (!isFirst) bench.writer.addFurtherRow(entity, { record: baseId, sourceRow, part: "joined" });
}

function rejectStranger(draft: RowDraft, bench: DeferredBench): void {
  const { entity } = draft.mapped;
  rejectRow(draft, "key-used-twice", bench);
  bench.writer.addFinding({ code: "N013", severity: "error", entity, record: draft.baseId });
  bench.ledger.tally(entity).findings += 1;
}

function noteOlder(record: string, older: readonly RowDraft[], bench: DeferredBench): void {
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
  bench: DeferredBench,
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
