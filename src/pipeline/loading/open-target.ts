import { existsSync, readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { GoldpanError } from "../../errors.ts";
import { mappedLayout, ownLayout, type TargetLayout } from "../../load/target-layout.ts";
import { mappingHash } from "../../mapping/mapping-hash.ts";
import { parseStoreMapping } from "../../mapping/parse-mapping.ts";
import type { Model } from "../../model/entity.ts";
import { openSqliteStore } from "../../stores/sqlite/open-sqlite-store.ts";
import type { Store } from "../../stores/store.ts";
import type { RunContext } from "../run-context.ts";

/** The CRM of a project: where it is, and how the model lies in it. */
export interface Target {
  /** As the user named it. */
  readonly name: string;
  readonly layout: TargetLayout;
  /** Identity of the store mapping; "" where goldpan makes the tables. */
  readonly mappingHash: string;
  /** The model whose tables a load creates; null for an existing store. */
  readonly createFor: Model | null;
  /** Opens the store; for reading a store that is not there yet is empty. */
  open(mode: "read" | "write"): Store;
}

/**
 * What `store` in `goldpan.yaml` says. Throws LOAD_NO_STORE, LOAD_STORE_TYPE, MAPPING_NOT_VALID,
 * LOAD_MAPPING_MISSING.
 */
export function targetOf(context: RunContext): Target {
  const { settings, projectDir, model } = context;
  const { store } = settings;
  if (store?.type !== undefined && store.type !== "sqlite")
    throw new GoldpanError("LOAD_STORE_TYPE", { type: store.type });
  if (store?.path === undefined) throw new GoldpanError("LOAD_NO_STORE");
  const path = resolve(projectDir, store.path);
  const name = relativeName(path);
  const open: Target["open"] = (mode) => openSqliteStore(path, mode, { name });
  if (store.mapping === undefined)
    return { name, layout: ownLayout(model), mappingHash: "", createFor: model, open };
  const file = resolve(projectDir, store.mapping);
  if (!existsSync(file)) throw new GoldpanError("LOAD_MAPPING_MISSING", { file: store.mapping });
  const mapping = parseStoreMapping(readFileSync(file, "utf8"), store.mapping, model);
  const hash = mappingHash(mapping);
  return { name, layout: mappedLayout(mapping), mappingHash: hash, createFor: null, open };
}

/** A path as the user sees it from where the call is made. */
function relativeName(path: string): string {
  const name = relative(process.cwd(), path);
  return name.startsWith("..") ? path : name;
}

/** Runs `work` with the store open, and closes it whatever happens. */
export async function withStore<Result>(
  target: Target,
  mode: "read" | "write",
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  const store = target.open(mode);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** `runDay(context)` -> `"2026-11-24"`: the day on which this call was made, for the names of runs */
export function runDay({ startedAt, settings }: RunContext): string {
  const { timezone: timeZone } = settings;
  return new Intl.DateTimeFormat("sv-SE", { timeZone }).format(new Date(startedAt));
}
