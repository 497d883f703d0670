import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { settingsSchema } from "../config/settings.ts";
import { canonicalModel } from "../model/canonical-model.ts";
import { entityNames, type EntityName } from "../model/entity.ts";
import type { MatchedPair } from "../model/golden.ts";
import type { EntityRecord, RecordValue } from "../model/record.ts";
import { replacePairs } from "../workspace/clusters.ts";
import { openWorkspace, type Workspace } from "../workspace/open-workspace.ts";
import { replaceRecords } from "../workspace/records.ts";
import { normalizeValues, prepareFieldNormalizers } from "./normalize-values.ts";
import type { RunContext } from "./run-context.ts";

/** A project for tests: a folder of its own, with a workspace that holds invented records. */
export interface InventedProject {
  readonly context: RunContext;
  /** Replaces the records of every entity. */
  store(records: readonly EntityRecord[]): Promise<void>;
  /** Lets these pairs of customers wait for a person, and no others. */
  queue(pairs: readonly (MatchedPair | readonly [left: string, right: string])[]): Promise<void>;
  inWorkspace<Result>(work: (workspace: Workspace) => Result): Result;
  remove(): void;
}

/** An empty project; whoever invents it removes it. */
export function inventProject(): InventedProject {
  const folder = mkdtempSync(join(tmpdir(), "goldpan-project-"));
  const context: RunContext = {
    settings: settingsSchema.parse({}),
    model: canonicalModel,
    projectDir: folder,
    workspacePath: join(folder, "workspace.db"),
    asOf: "2026-11-24",
    startedAt: "2026-11-24T10:00:00Z",
    emit: () => undefined,
  };
  const open = (): Workspace => openWorkspace(context.workspacePath, context.startedAt);
  return {
    context,
    async store(records) {
      const workspace = open();
      for (const entity of entityNames) {
        const own = records.filter((each) => each.entity === entity);
        await replaceRecords(workspace, entity, own);
      }
      workspace.close();
    },
    async queue(pairs) {
      const workspace = open();
      const waiting = pairs.map((pair, at) => ("left" in pair ? pair : waitingPair(pair, at)));
      await replacePairs(workspace, "customer", waiting);
      workspace.close();
    },
    inWorkspace(work) {
      const workspace = open();
      try {
        return work(workspace);
      } finally {
        workspace.close();
      }
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

function waitingPair([left, right]: readonly [string, string], at: number): MatchedPair {
  const reason = "name=brand H3";
  const weightMilliBits = 2000 - at;
  return { left, right, weightMilliBits, verdict: "possible", reason, rules: ["H3"] };
}

type Raw = Readonly<Record<string, string>>;

/** A record as `normalize` makes it of raw cells; what stands in `refs` is the id of a record. */
export function inventNormalized(
  entity: EntityName,
  id: string,
  raw: Raw,
  refs: Raw = {},
): EntityRecord {
  const normalizers = prepareFieldNormalizers(canonicalModel.entities[entity].fields, () => []);
  const texts = Object.fromEntries(Object.entries(raw).map(([name, text]) => [name, [text]]));
  const { values } = normalizeValues(id, texts, normalizers, { repairs: "safe" });
  const links = Object.entries(refs).map(([name, key]): [string, RecordValue] => [
    name,
    { items: [{ display: key, key }], findings: [] },
  ]);
  const all = { ...values, ...Object.fromEntries(links) };
  const [system = ""] = id.split(":");
  return { id, entity, system, sourceRow: 1, exportedAt: "", values: all, extra: {} };
}
