import { existsSync } from "node:fs";
import { GoldpanError } from "../errors.ts";
import { entityNames, type EntityName } from "../model/entity.ts";
import type { NormalizeOptions } from "../model/normalizer.ts";
import type { EntityRecord } from "../model/record.ts";
import type { NormalizeCounts } from "../report/normalize-summary.ts";
import { createDeferredRows } from "../workspace/deferred-rows.ts";
import { clearNormalizedRows, writeNormalizedRows } from "../workspace/normalized-rows.ts";
import { openWorkspace, type Workspace } from "../workspace/open-workspace.ts";
import { countRecords, findRecord, iterateHaving } from "../workspace/records.ts";
import { createReferenceKeys } from "../workspace/reference-keys.ts";
import { finishRun, startRun } from "../workspace/runs.ts";
import { listSources } from "../workspace/source-files.ts";
import {
  countSourceRows,
  findSourceRow,
  iterateRejectedPlaces,
  iterateSourceRows,
  type SourceRow,
} from "../workspace/source-rows.ts";
import { inTransaction } from "../workspace/transaction.ts";
import { packEntities } from "./normalizing/pack-entities.ts";
import {
  makeDeferredRecords,
  makeRowRecords,
  type RecordBench,
} from "./normalizing/record-maker.ts";
import { resolveReferences } from "./normalizing/references.ts";
import { IdCounter, type IsRepeated } from "./normalizing/repeated-ids.ts";
import { draftsOf } from "./normalizing/row-draft.ts";
import { RowLedger } from "./normalizing/row-ledger.ts";
import {
  planSources,
  type PlannedSources,
  type ReadColumn,
  type SourcePlan,
} from "./normalizing/source-plan.ts";
import { Staff, staffFinding } from "./normalizing/staff.ts";
import { findTextReferences } from "./normalizing/text-references.ts";
import type { RunContext } from "./run-context.ts";

/** `repairs: "none"` looks and reports, and leaves every display value as it was written. */
export type NormalizeQuestion = NormalizeOptions;

/**
 * Every source row of the workspace becomes records, or is rejected with its reason; the counts
 * prove it (`contracts.md` 5). Records, findings, repairs and packed columns of an earlier run are
 * replaced in one transaction. The records do not depend on the order of rows, files or imports of
 * one export. Throws when there is nothing to read or a source no longer fits its mapping.
 */
export async function normalizeRecords(
  question: NormalizeQuestion,
  context: RunContext,
): Promise<NormalizeCounts> {
  const { workspacePath: file, startedAt } = context;
  if (!existsSync(file)) throw new GoldpanError("WORKSPACE_IS_EMPTY", { file });
  const workspace = openWorkspace(file, { mode: "write", startedAt });
  try {
    const sources = listSources(workspace);
    if (sources.length === 0) throw new GoldpanError("WORKSPACE_IS_EMPTY", { file });
    const planned = planSources(sources, context, columnReader(workspace));
    const run = startRun(workspace, "normalize", startedAt);
    const counts = await inTransaction(workspace, async () =>
      makeRecords(planned, question, { workspace, context }),
    );
    finishRun(workspace, run, { ...question, ...counts });
    return counts;
  } finally {
    workspace.close();
  }
}

interface Station {
  readonly workspace: Workspace;
  readonly context: RunContext;
}

function makeRecords(
  { plans, obsolete }: PlannedSources,
  options: NormalizeOptions,
  { workspace, context }: Station,
): NormalizeCounts {
  const { count, last } = countSourceRows(workspace);
  const bench = prepareBench(plans, options, { workspace, context }, new RowLedger(last));
  clearNormalizedRows(workspace);
  for (const { id } of obsolete) {
    for (const row of iterateSourceRows(workspace, id)) bench.ledger.noteObsolete(row.id);
  }
  let done = 0;
  for (const entity of entityNames) {
    for (const { row, plan } of rowsOf(ofEntity(plans, entity), workspace)) {
      makeRowRecords(row, plan, bench);
      done += 1;
      if (done % 1000 === 0) context.emit({ step: "normalize", done, total: count });
    }
    makeDeferredRecords(entity, bench);
    if (bench.references.refersToItself(entity)) tieToOwnEntity(entity, bench, inWrite(workspace));
  }
  addStaff(bench);
  listRejected(bench, workspace);
  packEntities(inWrite(workspace), context.model);
  const counts = bench.ledger.finish(count);
  assertWritten(counts, inWrite(workspace));
  return counts;
}

interface PlannedRow {
  readonly row: SourceRow;
  readonly plan: SourcePlan;
}

const ofEntity = (plans: readonly SourcePlan[], entity: EntityName): SourcePlan[] =>
  plans.filter(({ mapping }) => mapping.entity === entity);

function* rowsOf(plans: readonly SourcePlan[], workspace: Workspace): Generator<PlannedRow> {
  for (const plan of plans) {
    for (const row of iterateSourceRows(workspace, plan.source.id)) yield { row, plan };
  }
}

/** The workspace as this transaction sees it, with what it has written. */
function inWrite(workspace: Workspace): Workspace {
  return { ...workspace, reader: workspace.database };
}

function prepareBench(
  plans: readonly SourcePlan[],
  options: NormalizeOptions,
  { workspace, context: { model } }: Station,
  ledger: RowLedger,
): RecordBench {
  const finders = new Map(
    entityNames.map((entity) => [entity, findRecord(inWrite(workspace), entity)]),
  );
  const find = (entity: EntityName, id: string): EntityRecord | undefined =>
    finders.get(entity)?.(id);
  return {
    model,
    plans,
    options,
    ledger,
    orphanRows: new Set(),
    isRepeated: findRepeatedIds(plans, workspace),
    references: findTextReferences(plans, model),
    world: { model, keys: createReferenceKeys(workspace), staff: new Staff(), findRecord: find },
    deferred: createDeferredRows(workspace),
    findRow: findSourceRow(workspace),
    writer: writeNormalizedRows(workspace),
  };
}

function findRepeatedIds(plans: readonly SourcePlan[], workspace: Workspace): IsRepeated {
  const counter = new IdCounter();
  for (const { row, plan } of rowsOf(plans, workspace)) {
    const usable = draftsOf(row.id, row.cells, plan).filter(
      ({ mapped }) => mapped.reject === undefined,
    );
    for (const { mapped, baseId } of usable) counter.add(mapped.entity, baseId);
  }
  return counter.finish();
}

function columnReader(workspace: Workspace): ReadColumn {
  return function* readColumn(sources, part, field) {
    for (const { source, compiled } of sources) {
      const read = compiled.readers[part]?.get(field);
      if (read === undefined) continue;
      for (const { cells } of iterateSourceRows(workspace, source.id)) yield* read(cells);
    }
  };
}

/** Parent companies and managers: records of the entity whose every record is there now. */
function tieToOwnEntity(entity: EntityName, bench: RecordBench, workspace: Workspace): void {
  const fields = bench.model.entities[entity].fields.filter(({ refersTo }) => refersTo === entity);
  for (const { name } of fields) {
    for (const record of iterateHaving(workspace, entity, name)) {
      const draft = { record, changes: [], findings: [], linked: new Set<string>() };
      const tied = resolveReferences(draft, bench.world, "own entity");
      bench.writer.replaceValues(entity, record.id, tied.record.values);
      for (const finding of tied.findings) bench.writer.addFinding(finding);
      bench.ledger.tally(entity).findings += tied.findings.length;
    }
  }
}

function addStaff({ world, writer, ledger }: RecordBench): void {
  for (const record of world.staff.records()) {
    writer.addRecord(record, []);
    writer.addFinding(staffFinding(record));
    const tally = ledger.tally("user");
    tally.derived += 1;
    tally.findings += 1;
  }
}

/** A row that became nothing is an error; one whose contact was kept is not. */
function listRejected({ writer, ledger }: RecordBench, workspace: Workspace): void {
  for (const { sourceRow, entity, reason, place } of iterateRejectedPlaces(workspace)) {
    const [, field] = reason.split(":");
    writer.addFinding({
      code: "N018",
      severity: ledger.isLost(sourceRow) ? "error" : "info",
      entity,
      record: place,
      ...(field !== undefined && { field }),
      detail: reason,
    });
  }
}

/** The records stand in the file, counted there and not in memory. */
function assertWritten({ entities }: NormalizeCounts, workspace: Workspace): void {
  for (const { entity, records, derived } of entities) {
    const name = entityNames.find((each) => each === entity);
    const found = name === undefined ? 0 : countRecords(workspace, name);
    if (found !== records + derived) {
      throw new Error(`${found} ${entity} records stored, ${records + derived} made`);
    }
  }
}
