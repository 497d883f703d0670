import type { EntityName } from "../model/entity.ts";
import {
  planOperationKinds,
  type PlanCounts,
  type PlanManifest,
  type PlanOperationKind,
} from "../model/plan.ts";
import { checkLayout } from "./check-layout.ts";
import type { Destinations } from "./destinations.ts";
import type { LoadQuestion } from "./load-question.ts";
import { planEntity } from "./plan-entity.ts";
import { planTable, type TargetLayout } from "./target-layout.ts";
import { goldenCondition } from "./where.ts";

/**
 * Writes the plan that brings the golden records into the store, and nothing to the store. Every
 * golden record becomes exactly one operation; that is asserted. Planning again after the plan
 * was applied gives `same` throughout. Throws LOAD_TABLE_MISSING, LOAD_COLUMN_MISSING,
 * STORE_TABLE_TAKEN, LOAD_WRONG_CONDITION, LOAD_UNKNOWN_FIELD.
 */
export async function planLoad(question: LoadQuestion): Promise<PlanManifest> {
  const { layout, model, store, writer } = question;
  try {
    const counts = await planTables(question);
    const { lineage, ...target } = await store.fingerprint(watchedTables(layout));
    const manifest: PlanManifest = {
      format: "goldpan.plan/1",
      ...question.about,
      target,
      tables: layout.tables.map((each) => planTable(each, model)),
      counts,
    };
    const { sourceHashes } = question;
    writer.finish(manifest, { lineage, store: store.name, sourceHashes });
    return manifest;
  } catch (error) {
    writer.abandon();
    throw error;
  }
}

/** Tables whose change makes a plan stale; our own ones change only when we change them. */
export function watchedTables({ isOwn, tables }: TargetLayout): string[] {
  return isOwn ? [] : tables.map(({ table }) => table);
}

async function planTables(question: LoadQuestion): Promise<PlanManifest["counts"]> {
  const { layout, model, store, writer, goldens } = question;
  const known = await checkLayout(store, layout);
  const where =
    question.where === undefined ? undefined : goldenCondition(question.where, model, goldens);
  const destinations = new Map<EntityName, Destinations>();
  const counts: Partial<Record<EntityName, PlanCounts & { golden: number }>> = {};
  let seq = 0;
  for (const target of layout.tables) {
    const kinds = emptyCounts();
    const bench = { question, target, where, destinations, storeTable: known.get(target.table) };
    const golden = await planEntity(bench, (operation) => {
      seq += 1;
      kinds[operation.kind] += 1;
      writer.add({ ...operation, seq });
    });
    assertConserved(target.entity, golden, kinds);
    counts[target.entity] = { ...kinds, golden };
  }
  return counts;
}

function emptyCounts(): Record<PlanOperationKind, number> {
  // Built from the list of all kinds, so every kind is present.
  return Object.fromEntries(planOperationKinds.map((kind) => [kind, 0])) as Record<
    PlanOperationKind,
    number
  >;
}

/** `contracts.md` 5. */
function assertConserved(entity: EntityName, golden: number, kinds: PlanCounts): void {
  const operations = planOperationKinds.reduce((sum, kind) => sum + kinds[kind], 0);
  if (operations !== golden)
    throw new Error(`${golden} golden records of ${entity} became ${operations} operations`);
}
