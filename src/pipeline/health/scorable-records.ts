import type { EntityName, Field, Model } from "../../model/entity.ts";
import type { GoldenRecord } from "../../model/golden.ts";
import type { EntityRecord } from "../../model/record.ts";
import type { ScorableRecord } from "../../model/scorecard.ts";
import { byCodePoint } from "../../text/code-point.ts";
import { iterateClusteredRecords } from "../../workspace/clustered-records.ts";
import { iterateGoldens } from "../../workspace/goldens.ts";
import { listLastActivities } from "../../workspace/last-activities.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";
import { findRecord, iterateRecords } from "../../workspace/records.ts";
import { listRuns } from "../../workspace/runs.ts";
import { withActivity } from "./last-activity.ts";

/** Which records of a project are looked at. */
export interface HealthSubject {
  readonly entity: EntityName;
  readonly on: "records" | "golden";
}

/**
 * The records of a project as the checks read them, streamed. Of source records, those in one
 * cluster know each other once duplicates were looked for; a golden record knows the owners that
 * its members had. The last activity counts wherever it was written down.
 */
export function scorableRecords(
  workspace: Workspace,
  { entity, on }: HealthSubject,
  model: Model,
): Iterable<ScorableRecord> {
  const records =
    on === "golden"
      ? ofGoldens(workspace, entity, model)
      : isDeduped(workspace)
        ? ofClusters(workspace, entity)
        : ofRecords(workspace, entity);
  if (entity !== "customer" && entity !== "contact") return records;
  return withActivities(records, listLastActivities(workspace, entity, on));
}

/** Whether duplicates were looked for among the records as they are now. */
function isDeduped(workspace: Workspace): boolean {
  const last = (step: string): number =>
    listRuns(workspace, step).findLast(({ summary }) => Object.keys(summary).length > 0)?.id ?? 0;
  return last("dedupe") > last("normalize");
}

function* ofRecords(workspace: Workspace, entity: EntityName): Generator<ScorableRecord> {
  for (const record of iterateRecords(workspace, entity)) yield scorable(record, "", []);
}

function* ofClusters(workspace: Workspace, entity: EntityName): Generator<ScorableRecord> {
  for (const members of iterateClusteredRecords(workspace, entity)) {
    const owners = ownersOf(members);
    for (const record of members) {
      const own = ownersOf([record]);
      const others = owners.filter((owner) => !own.includes(owner));
      yield scorable(record, members[0]?.id ?? "", others);
    }
  }
}

function scorable(
  record: EntityRecord,
  cluster: string,
  clusterOwners: readonly string[],
): ScorableRecord {
  const { id, entity, values } = record;
  const entries = Object.entries(values);
  return {
    id,
    entity,
    values: Object.fromEntries(
      entries.map(([field, { items }]) => [field, items.map(({ display }) => display)]),
    ),
    findings: Object.fromEntries(entries.map(([field, { findings }]) => [field, findings])),
    cluster,
    clusterOwners,
  };
}

/** Names of the owners of some records, each once. */
function ownersOf(records: readonly EntityRecord[]): string[] {
  const owners = records.flatMap(({ values }) => values["owner"]?.items ?? []);
  return [...new Set(owners.map(({ display }) => display))].toSorted(byCodePoint);
}

function* ofGoldens(
  workspace: Workspace,
  entity: EntityName,
  model: Model,
): Generator<ScorableRecord> {
  const find = findRecord(workspace, entity);
  const names = userNames(workspace);
  const { fields } = model.entities[entity];
  for (const golden of iterateGoldens(workspace, entity)) {
    const members = new Map(golden.members.map((id) => [id, find(id)]));
    const values = fields.map((field) => [field.name, displayed(golden, field, names)] as const);
    const findings = fields.map(({ name }) => [name, findingsOf(golden, name, members)] as const);
    const filled = values.filter(([, texts]) => texts.length > 0);
    const own = golden.values["owner"] === undefined ? [] : displayed(golden, ownerField, names);
    const owners = ownersOf([...members.values()].flatMap((member) => member ?? []));
    yield {
      id: golden.id,
      entity,
      values: Object.fromEntries(filled),
      findings: Object.fromEntries(findings),
      cluster: golden.id,
      clusterOwners: owners.filter((owner) => !own.includes(owner)),
    };
  }
}

const ownerField = { name: "owner", refersTo: "user" } as const;

/** Users by the name that people know; other references by the golden id they point to. */
function displayed(
  { values }: GoldenRecord,
  { name, refersTo }: Pick<Field, "name" | "refersTo">,
  names: ReadonlyMap<string, string>,
): readonly string[] {
  const items = values[name]?.items ?? [];
  return refersTo === "user" ? items.map((id) => names.get(id) ?? id) : items;
}

/** What normalizing found in the values that survived. */
function findingsOf(
  { values }: GoldenRecord,
  field: string,
  members: ReadonlyMap<string, EntityRecord | undefined>,
): readonly string[] {
  const from = new Set((values[field]?.provenance ?? []).map(({ record }) => record));
  return [...from].flatMap((id) => members.get(id)?.values[field]?.findings ?? []);
}

/** The names of users by golden id. */
export function userNames(workspace: Workspace): ReadonlyMap<string, string> {
  const users = iterateGoldens(workspace, "user");
  return new Map(
    Array.from(users, ({ id, values }) => {
      const [name] = (values["name"] ?? values["external_ids"])?.items ?? [];
      return [id, name ?? id];
    }),
  );
}

function* withActivities(
  records: Iterable<ScorableRecord>,
  lastActivities: ReadonlyMap<string, string>,
): Generator<ScorableRecord> {
  for (const record of records) yield withActivity(record, lastActivities.get(record.id));
}
