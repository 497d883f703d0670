import { GoldpanError } from "../errors.ts";
import { goldenKey } from "../load/golden-source.ts";
import { inBatches } from "../load/in-batches.ts";
import { entityNames, type EntityName, type Model } from "../model/entity.ts";
import type { MigrationProgress, ProgressLine } from "../report/migration-progress-text.ts";
import type { Store } from "../stores/store.ts";
import { byCodePoint } from "../text/code-point.ts";
import { iterateGoldenContent } from "../workspace/golden-content.ts";
import { openWorkspace, type Workspace } from "../workspace/open-workspace.ts";
import { userNames } from "./health/scorable-records.ts";
import { targetOf, withStore } from "./loading/open-target.ts";
import type { RunContext } from "./run-context.ts";

/**
 * How many golden records of each entity are in the CRM, of all there are; by a field, how many of
 * each of its values, where the entity has the field. What a rollback took back is not there.
 * Throws LOAD_NO_STORE, LOAD_UNKNOWN_FIELD for a field that no entity has.
 */
export async function migrationProgress(
  by: string | undefined,
  context: RunContext,
): Promise<MigrationProgress> {
  const { model, workspacePath, startedAt } = context;
  const target = targetOf(context);
  const fields = fieldsByEntity(model, by);
  const workspace = openWorkspace(workspacePath, { mode: "read", startedAt });
  try {
    return await withStore(target, "read", async (store) => {
      const counter = { workspace, store, names: userNames(workspace) };
      const entities = [];
      for (const { entity, field } of fields) {
        const { whole, groups } = await countEntity(entity, field, counter);
        if (whole.golden > 0) entities.push({ entity, ...whole, groups });
      }
      return { store: target.name, by: by ?? null, entities };
    });
  } finally {
    workspace.close();
  }
}

interface AskedEntity {
  readonly entity: EntityName;
  readonly field: string | undefined;
}

/** The entities that have the field, by its name, its plural or its heading; all without one. */
function fieldsByEntity(model: Model, by: string | undefined): AskedEntity[] {
  if (by === undefined) return entityNames.map((entity) => ({ entity, field: undefined }));
  const found = entityNames.flatMap((entity) => {
    const field = model.entities[entity].fields.find(
      ({ name, en, zh }) => [name, en, zh].includes(by) || name === `${by}s`,
    );
    return field === undefined ? [] : [{ entity, field: field.name }];
  });
  if (found.length === 0) throw new GoldpanError("LOAD_UNKNOWN_FIELD", { field: by });
  return found;
}

interface Counter {
  readonly workspace: Workspace;
  readonly store: Store;
  /** Golden id of a user -> name. */
  readonly names: ReadonlyMap<string, string>;
}

interface Counts {
  golden: number;
  inStore: number;
}

async function countEntity(
  entity: EntityName,
  field: string | undefined,
  { workspace, store, names }: Counter,
): Promise<{ readonly whole: Counts; readonly groups: readonly ProgressLine[] }> {
  const whole: Counts = { golden: 0, inStore: 0 };
  const groups = new Map<string, Counts>();
  const selection = { fields: field === undefined ? [] : [field] };
  for (const goldens of inBatches(iterateGoldenContent(workspace, entity, selection))) {
    const keys = await store.findXrefs(
      entity,
      goldens.map(({ id }) => goldenKey(id)),
    );
    for (const [at, { items }] of goldens.entries()) {
      const isThere = (keys[at] ?? null) !== null;
      addTo(whole, isThere);
      if (field === undefined) continue;
      const [value = ""] = items[field] ?? [];
      const name = names.get(value) ?? value;
      const group = groups.get(name) ?? { golden: 0, inStore: 0 };
      groups.set(name, group);
      addTo(group, isThere);
    }
  }
  const lines = [...groups].map(([value, counts]) => ({ value, ...counts }));
  // Where most is left to do comes first.
  lines.sort(
    (a, b) => b.golden - b.inStore - (a.golden - a.inStore) || byCodePoint(a.value, b.value),
  );
  return { whole, groups: lines };
}

function addTo(counts: Counts, isThere: boolean): void {
  counts.golden += 1;
  counts.inStore += isThere ? 1 : 0;
}
