import type { Field, Model } from "../../model/entity.ts";
import type { Cluster, GoldenRecord, GoldenValue } from "../../model/golden.ts";
import type { EntityRecord } from "../../model/record.ts";
import type { SurvivorshipRuleName, SurvivorshipSettings } from "../settings.ts";
import { findCandidates, type Candidate } from "./candidate.ts";
import { chooseExtra } from "./choose-extra.ts";
import { chooseLegalName } from "./choose-legal-name.ts";
import { chooseValue, uniteValues } from "./choose-value.ts";
import { goldenIdOf } from "./golden-id.ts";

/** The shipped order; what is left of a tie goes to the smallest record id. */
const defaultRules: readonly SurvivorshipRuleName[] = [
  "source_priority",
  "most_recent",
  "most_frequent",
  "longest",
];

/** Where another order is right whatever the source: a customer was last touched when it was. */
const ownRules: Readonly<Record<string, readonly SurvivorshipRuleName[]>> = {
  last_activity_at: ["max"],
  source_created_at: ["min"],
  source_updated_at: ["max"],
};

/** Fields that belong to another one and come from the same record where that has them. */
const companions: Readonly<Record<string, string>> = {
  region: "address",
  currency: "amount",
  stage_changed_at: "stage",
  stage_evidence: "stage",
};

/** What golden records are built by. */
export interface GoldenRecordOptions {
  readonly model: Model;
  readonly settings: SurvivorshipSettings;
  /** The id a cluster keeps from earlier runs (`assignStableIds`); without it ids are fresh. */
  readonly idOf?: (cluster: Cluster) => string;
}

/**
 * One golden record a cluster: field by field the value that survives, with the record it comes
 * from. Values are only ever chosen, never put together; lists are united.
 */
export function buildGoldenRecords(
  clusters: readonly Cluster[],
  recordById: ReadonlyMap<string, EntityRecord>,
  options: GoldenRecordOptions,
): GoldenRecord[] {
  const idOf = options.idOf ?? (({ members }: Cluster) => goldenIdOf(members[0] ?? ""));
  return clusters.flatMap((cluster) => {
    const members = cluster.members.flatMap((id) => recordById.get(id) ?? []);
    const [first] = members;
    if (first === undefined) return [];
    const values = chooseValues(first, members, options);
    const { members: ids, reviewPending } = cluster;
    return [{ id: idOf(cluster), entity: first.entity, members: ids, reviewPending, values }];
  });
}

function chooseValues(
  { entity }: EntityRecord,
  members: readonly EntityRecord[],
  { model, settings }: GoldenRecordOptions,
): Record<string, GoldenValue> {
  const fields = model.entities[entity].fields.toSorted(leadersFirst);
  const values: Record<string, GoldenValue> = {};
  for (const field of fields) {
    const rules = settings.fields[entity]?.[field.name];
    const candidates = besideLeader(findCandidates(members, field), field, values);
    const isLegalName = rules === undefined && entity === "customer" && field.name === "legal_name";
    const value = isLegalName
      ? chooseLegalName(candidates, members)
      : chooseByRules(field, candidates, { rules, systems: settings.systems });
    if (value !== undefined) values[field.name] = value;
  }
  const extra = chooseExtra(members, defaultRules, settings.systems);
  return extra === undefined ? values : { ...values, extra };
}

function leadersFirst(left: Field, right: Field): number {
  return Number(left.name in companions) - Number(right.name in companions);
}

/** The address of one record with the region of another would be a place that is nowhere. */
function besideLeader(
  candidates: readonly Candidate[],
  { name }: Field,
  values: Readonly<Record<string, GoldenValue>>,
): readonly Candidate[] {
  const leader = values[companions[name] ?? ""]?.provenance[0]?.record;
  const beside = candidates.filter(({ record }) => record === leader);
  return beside.length > 0 ? beside : candidates;
}

interface FieldRules {
  readonly rules: readonly SurvivorshipRuleName[] | undefined;
  readonly systems: readonly string[];
}

function chooseByRules(
  field: Field,
  candidates: readonly Candidate[],
  { rules, systems }: FieldRules,
): GoldenValue | undefined {
  const isUnited = rules === undefined ? field.list : rules.includes("concat_set");
  if (isUnited) return uniteValues(candidates);
  return chooseValue(candidates, rules ?? ownRules[field.name] ?? defaultRules, systems);
}
