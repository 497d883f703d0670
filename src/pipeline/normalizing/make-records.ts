import { inBatches } from "../../load/in-batches.ts";
import { entityNames, type EntityName } from "../../model/entity.ts";
import type { EntityRecord } from "../../model/record.ts";
import type { NormalizeCounts } from "../../report/normalize-summary.ts";
import { createDeferredRows } from "../../workspace/deferred-rows.ts";
import { writeNormalizedRows } from "../../workspace/normalized-rows.ts";
import { recordIndexer } from "../../workspace/record-index.ts";
import { countRecords, findRecord, iterateHaving } from "../../workspace/records.ts";
import { createReferenceKeys } from "../../workspace/reference-keys.ts";
import {
  countSourceRows,
  findSourceRow,
  iterateRejectedPlaces,
  iterateSourceRows,
} from "../../workspace/source-rows.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";
import { makeDeferredRecords, type DeferredBench } from "./deferred-maker.ts";
import { PartsInMemory, savePackedTables } from "./packed-parts.ts";
import { makeRowRecords, rowsPerBatch } from "./record-maker.ts";
import { createRecordPacker, packedEntities } from "./record-packer.ts";
import { resolveReferences } from "./references.ts";
import { isAmong } from "./repeated-ids.ts";
import { RowLedger } from "./row-ledger.ts";
import { rowsIn } from "./row-ranges.ts";
import { rowsBeyondLimit } from "./reject-limit.ts";
import { planSource, type ColumnContexts } from "./source-plan.ts";
import type { SpecifiedSources } from "./specify-sources.ts";
import { makeRowsInWorkers, type NormalizeStation } from "./spread-rows.ts";
import { Staff, staffFinding } from "./staff.ts";
import { findTextReferences } from "./text-references.ts";

/** What was looked at before the first record is made. */
export interface Survey {
  readonly sources: SpecifiedSources;
  readonly contexts: ColumnContexts;
  readonly repeated: Float64Array;
}

/**
 * The records of all rows, entity by entity in the order in which they refer to each other; call
 * inside `replaceNormalizedRows`.
 */
export async function makeRecords(
  survey: Survey,
  station: NormalizeStation,
): Promise<NormalizeCounts> {
  const { workspace, context, pool, partFiles } = station;
  const { count, last } = countSourceRows(workspace);
  const parts = new PartsInMemory();
  const index = recordIndexer(workspace);
  const bench = prepareBench(survey, station, { ledger: new RowLedger(0, last), parts, index });
  noteObsolete(survey, bench, workspace);
  for (const entity of entityNames) {
    await makeEntity(entity, survey, bench, station);
    makeDeferredRecords(entity, bench);
    if (bench.references.refersToItself(entity)) {
      index(entity);
      tieToOwnEntity(entity, bench, inWrite(workspace));
    }
  }
  addStaff(bench);
  const lost = listRejected(bench, workspace);
  bench.packer.finish();
  for (const entity of entityNames) if (!packedEntities.includes(entity)) index(entity);
  const places = { partPaths: partFiles.close(), inMemory: parts };
  await savePackedTables(workspace, context.model, { places, pool, index });
  const counts = bench.ledger.finish(count);
  assertWritten(counts, inWrite(workspace));
  return { ...counts, beyondLimit: rowsBeyondLimit(survey.sources.specs, lost) };
}

async function makeEntity(
  entity: EntityName,
  survey: Survey,
  bench: DeferredBench,
  station: NormalizeStation,
): Promise<void> {
  const own = survey.sources.specs.filter(({ mapping }) => mapping.entity === entity);
  const free = own.filter((spec) => !bench.references.namesOthers(spec));
  const spread = station.pool.isWorthIt(rowsIn(free)) ? free : [];
  if (spread.length > 0) await makeRowsInWorkers(spread, survey, bench, station);
  for (const spec of own.filter((each) => !spread.includes(each))) {
    const plan = bench.plans[spec.index];
    if (plan === undefined) throw new Error(`No plan for source ${spec.index}`);
    const rows = iterateSourceRows(station.workspace, spec.source.id);
    for (const batch of inBatches(rows, rowsPerBatch)) {
      makeRowRecords(batch, plan, bench);
      station.progress.add(batch.length);
    }
  }
}

/** The workspace as this run sees it, with what it has written. */
function inWrite(workspace: Workspace): Workspace {
  return { ...workspace, reader: workspace.database };
}

/** What is there before the first record. */
interface Beginning {
  readonly ledger: RowLedger;
  readonly parts: PartsInMemory;
  /** Indexes the records of an entity: once they are there or, if it comes to that, looked up. */
  readonly index: (entity: EntityName) => void;
}

function prepareBench(
  { sources: { specs }, contexts, repeated }: Survey,
  { workspace, context: { model }, options, partFiles }: NormalizeStation,
  { ledger, parts, index }: Beginning,
): DeferredBench {
  const finders = new Map(
    entityNames.map((entity) => [entity, findRecord(inWrite(workspace), entity)]),
  );
  const find = (entity: EntityName, id: string): EntityRecord | undefined => {
    index(entity);
    return finders.get(entity)?.(id);
  };
  const deferred = createDeferredRows(workspace);
  return {
    model,
    plans: specs.map((spec) => planSource(spec, model, contexts)),
    options,
    ledger,
    orphanRows: new Set(),
    isRepeated: isAmong(repeated),
    references: findTextReferences(specs, model),
    world: { model, keys: createReferenceKeys(workspace), staff: new Staff(), findRecord: find },
    deferred,
    defer: (row) => deferred.add(row),
    findRow: findSourceRow(workspace),
    writer: writeNormalizedRows(workspace),
    packer: createRecordPacker(model, (entity, part, { name, bytes }) =>
      partFiles.own === undefined
        ? parts.add(entity, part, name, bytes)
        : partFiles.own.add(entity, part, name, bytes),
    ),
  };
}

function noteObsolete(
  { sources: { obsolete } }: Survey,
  { ledger }: DeferredBench,
  workspace: Workspace,
): void {
  for (const { id } of obsolete) {
    for (const row of iterateSourceRows(workspace, id)) ledger.noteObsolete(row.id);
  }
}

/** Parent companies and managers: records of the entity whose every record is there now. */
function tieToOwnEntity(entity: EntityName, bench: DeferredBench, workspace: Workspace): void {
  const fields = bench.model.entities[entity].fields.filter(({ refersTo }) => refersTo === entity);
  for (const { name } of fields) {
    for (const record of iterateHaving(workspace, entity, name)) {
      const draft = { record, changes: [], findings: [], linked: new Set<string>() };
      const tied = resolveReferences(draft, bench.world, "own entity");
      bench.writer.replaceRecord(tied.record);
      for (const finding of tied.findings) bench.writer.addFinding(finding);
      bench.ledger.tally(entity).findings += tied.findings.length;
    }
  }
}

function addStaff({ world, writer, ledger }: DeferredBench): void {
  for (const record of world.staff.records()) {
    writer.addRecord(record, []);
    writer.addFinding(staffFinding(record));
    const tally = ledger.tally("user");
    tally.derived += 1;
    tally.findings += 1;
  }
}

/** A row that became nothing is an error; one whose contact was kept is not. Returns the lost rows by file. */
function listRejected(
  { writer, ledger }: DeferredBench,
  workspace: Workspace,
): ReadonlyMap<number, number> {
  const lost = new Map<number, number>();
  let last = -1;
  for (const { sourceRow, entity, reason, place, file } of iterateRejectedPlaces(workspace)) {
    const [, field] = reason.split(":");
    const isLost = ledger.isLost(sourceRow);
    if (isLost && sourceRow !== last) lost.set(file, (lost.get(file) ?? 0) + 1);
    last = sourceRow;
    writer.addFinding({
      code: "N018",
      severity: isLost ? "error" : "info",
      entity,
      record: place,
      ...(field !== undefined && { field }),
      detail: reason,
    });
  }
  return lost;
}

/** The records stand in the file, counted there and not in memory. */
function assertWritten(
  { entities }: Pick<NormalizeCounts, "entities">,
  workspace: Workspace,
): void {
  for (const { entity, records, derived } of entities) {
    const name = entityNames.find((each) => each === entity);
    const found = name === undefined ? 0 : countRecords(workspace, name);
    if (found !== records + derived) {
      throw new Error(`${found} ${entity} records stored, ${records + derived} made`);
    }
  }
}
