import Database from "better-sqlite3";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { applyLoad, type ApplyResult } from "../src/load/apply-load.ts";
import type { ApplyQuestion } from "../src/load/apply-question.ts";
import type { LoadQuestion } from "../src/load/load-question.ts";
import { planLoad } from "../src/load/plan-load.ts";
import {
  rollbackLoad,
  type RollbackQuestion,
  type RollbackResult,
} from "../src/load/rollback-load.ts";
import type { KeptEdit } from "../src/load/rollback-sums.ts";
import { mappedLayout, ownLayout, type TargetLayout } from "../src/load/target-layout.ts";
import { verifyLoad } from "../src/load/verify-load.ts";
import type { VerifyCheck, VerifyLevel } from "../src/load/verify-check.ts";
import type { RowDifference } from "../src/load/verify-rows.ts";
import { parseStoreMapping } from "../src/mapping/parse-mapping.ts";
import { canonicalModel } from "../src/model/canonical-model.ts";
import type { EntityName } from "../src/model/entity.ts";
import type { GoldenContent } from "../src/model/golden.ts";
import type { PlanManifest, PlanOperation } from "../src/model/plan.ts";
import { openSqliteStore } from "../src/stores/sqlite/open-sqlite-store.ts";
import type { Store } from "../src/stores/store.ts";
import { openPlanFile, type PlanFile, type PlanReject } from "../src/workspace/plan-file.ts";
import { writePlanFile } from "../src/workspace/plan-writer.ts";

/** `golden("customer", "g-1", { legal_name: "华宸" })`: a golden record of one source record. */
export function golden(
  entity: EntityName,
  id: string,
  values: Readonly<Record<string, string | readonly string[]>>,
  part: Partial<GoldenContent> = {},
): GoldenContent {
  const items = Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, [value].flat()]),
  );
  return { id, entity, members: [`crm:${id}`], reviewPending: false, items, ...part };
}

type PlanOptions = Partial<Pick<LoadQuestion, "where" | "holdReview">>;

/** A real store in a folder of its own, and the steps of a load without a command line. */
export class LoadBench {
  readonly folder: string = mkdtempSync(join(tmpdir(), "goldpan-load-"));
  readonly #layout: TargetLayout;
  #plans = 0;

  /** With a store mapping for an existing store; without one goldpan makes the tables. */
  constructor(mapping?: string) {
    this.#layout =
      mapping === undefined
        ? ownLayout(canonicalModel)
        : mappedLayout(parseStoreMapping(mapping, "store.yaml", canonicalModel));
  }

  get storePath(): string {
    return join(this.folder, "crm.db");
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  /** Somebody else at work in the store. */
  execute(sql: string): void {
    const database = new Database(this.storePath);
    database.exec(sql);
    database.close();
  }

  query(sql: string): unknown[] {
    const database = new Database(this.storePath, { readonly: true });
    try {
      return database.prepare(sql).all();
    } finally {
      database.close();
    }
  }

  async plan(goldens: readonly GoldenContent[], options: PlanOptions = {}): Promise<string> {
    this.#plans += 1;
    const path = join(this.folder, `${this.#plans}.plan`);
    await this.#with("read", async (store) => this.#plan(goldens, { ...options, path, store }));
    return path;
  }

  async #plan(
    goldens: readonly GoldenContent[],
    { path, store, ...options }: PlanOptions & { path: string; store: Store },
  ): Promise<PlanManifest> {
    const sorted = goldens.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    return await planLoad({
      goldens: (entity, { ids, fields = [], filledOnly = false } = {}) =>
        sorted.filter(
          (each) =>
            each.entity === entity &&
            (ids?.includes(each.id) ?? true) &&
            (!filledOnly || fields.some((field) => each.items[field] !== undefined)),
        ),
      model: canonicalModel,
      layout: this.#layout,
      store,
      writer: writePlanFile(path),
      about: { goldpanVersion: "0.0.0", mappingHash: "" },
      sourceHashes: [],
      ...options,
    });
  }

  async apply(path: string, options: Partial<ApplyQuestion> = {}): Promise<ApplyResult> {
    const plan = openPlanFile(path);
    const createFor = this.#layout.isOwn ? canonicalModel : null;
    const when = { day: "2026-11-24", startedAt: "2026-11-24T10:00:00Z" };
    try {
      return await this.#with("write", async (store) =>
        applyLoad({ plan, store, createFor, ...when, ...options }),
      );
    } finally {
      plan.close();
    }
  }

  /** Plan and apply. */
  async load(goldens: readonly GoldenContent[], options: PlanOptions = {}): Promise<ApplyResult> {
    return await this.apply(await this.plan(goldens, options));
  }

  async verify(
    run?: string,
    level: VerifyLevel = "V4",
  ): Promise<{ failed: readonly VerifyCheck[]; differences: readonly RowDifference[] }> {
    const differences: RowDifference[] = [];
    const { checks } = await this.#with("read", async (store) =>
      verifyLoad({ store, run, level, onDifference: (each) => differences.push(each) }),
    );
    return { failed: checks.filter(({ passed }) => !passed), differences };
  }

  async rollback(
    run: string,
    options: Partial<RollbackQuestion> = {},
  ): Promise<RollbackResult & { readonly kept: readonly KeptEdit[] }> {
    const kept: KeptEdit[] = [];
    const when = { day: "2026-11-24", startedAt: "2026-11-24T12:00:00Z" };
    const result = await this.#with("write", async (store) =>
      rollbackLoad({
        store,
        run,
        ...when,
        onConflict: "keep",
        onKept: (each) => kept.push(each),
        ...options,
      }),
    );
    return { ...result, kept };
  }

  /** Every row of the CRM, as text. */
  async dump(): Promise<string[]> {
    return await this.#with("read", async (store) => {
      const lines: string[] = [];
      for await (const line of store.dump()) lines.push(line);
      return lines;
    });
  }

  async #with<Result>(
    mode: "read" | "write",
    work: (store: Store) => Promise<Result>,
  ): Promise<Result> {
    const store = openSqliteStore(this.storePath, mode, { name: "crm.db" });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  }
}

/** What a plan file says, read whole. */
export function readPlan(path: string): {
  readonly operations: readonly PlanOperation[];
  readonly rejects: readonly PlanReject[];
  readonly dump: readonly string[];
  readonly plan: Pick<PlanFile, "manifest" | "hash" | "writes" | "metadata">;
} {
  const plan = openPlanFile(path);
  try {
    const { manifest, hash, writes, metadata } = plan;
    return {
      operations: [...plan.operations()],
      rejects: [...plan.rejects()],
      dump: [...plan.logicalDump()],
      plan: { manifest, hash, writes, metadata },
    };
  } finally {
    plan.close();
  }
}
