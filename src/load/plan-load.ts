import type { EntityName, Model } from "../model/entity.ts";
import type { GoldenRecord } from "../model/golden.ts";
import {
  planOperationKinds,
  type PlanCounts,
  type PlanManifest,
  type PlanOperationKind,
} from "../model/plan.ts";
import type { Store } from "../stores/store.ts";
import type { PlanWriter } from "../workspace/plan-file.ts";
import { checkLayout } from "./check-layout.ts";
import type { Destination } from "./golden-row.ts";
import { planEntity } from "./plan-entity.ts";
import { fingerprintText } from "./target-fingerprint.ts";
import { planTable, type TargetLayout } from "./target-layout.ts";

export interface LoadQuestion {
  /** The golden records of an entity by id; asked for several times. */
  readonly goldens: (entity: EntityName) => Iterable<GoldenRecord>;
  readonly model: Model;
  readonly layout: TargetLayout;
  readonly store: Store;
  readonly writer: PlanWriter;
  readonly about: Pick<PlanManifest, "goldpanVersion" | "sourceHashes" | "mappingHash">;
  /** Golden records for which this is false are skipped. */
  readonly where?: ((golden: GoldenRecord) => boolean) | undefined;
  /** Golden records with a pair that waits for a person wait with it. */
  readonly holdReview?: boolean | undefined;
}

/**
 * Writes the plan that brings the golden records into the store, and nothing to the store. Every
 * golden record becomes exactly one operation; that is asserted. Planning again after the plan
 * was applied gives `same` throughout. Throws LOAD_TABLE_MISSING, LOAD_COLUMN_MISSING.
 */
export async function planLoad(question: LoadQuestion): Promise<PlanManifest> {
  const { layout, model, store, writer } = question;
  try {
    const known = await checkLayout(store, layout);
    const destinations = new Map<EntityName, ReadonlyMap<string, Destination>>();
    const counts: Partial<Record<EntityName, PlanCounts & { golden: number }>> = {};
    let seq = 0;
    for (const target of layout.tables) {
      const kinds = emptyCounts();
      const bench = { question, target, destinations, storeTable: known.get(target.table) };
      const golden = await planEntity(bench, (operation) => {
        seq += 1;
        kinds[operation.kind] += 1;
        writer.add({ ...operation, seq });
      });
      assertConserved(target.entity, golden, kinds);
      counts[target.entity] = { ...kinds, golden };
    }
    const manifest: PlanManifest = {
      format: "goldpan.plan/1",
      ...question.about,
      targetFingerprint: fingerprintText(await store.fingerprint()),
      tables: layout.tables.map((target) => planTable(target, model)),
      counts,
    };
    writer.finish(manifest);
    return manifest;
  } catch (error) {
    writer.abandon();
    throw error;
  }
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
