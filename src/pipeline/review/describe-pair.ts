import type { MatchModel } from "../../dedupe/match-model.ts";
import type { EntityName, Field, Model } from "../../model/entity.ts";
import type { RecordValue } from "../../model/record.ts";
import type { ReviewPair } from "../../report/review-pair-text.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";
import { findRecord } from "../../workspace/records.ts";
import { likelihoodOf, storedModel } from "../stored-model.ts";
import type { QueuedPair } from "./review-queue.ts";

/** What a person looks at to tell records apart, besides custom fields that identify. */
const shownFields: Readonly<Partial<Record<EntityName, readonly string[]>>> = {
  customer: [
    "legal_name",
    "short_name",
    "former_names",
    "uscc",
    "registration_no",
    "tax_no",
    "region",
    "address",
    "phones",
    "emails",
    "owner",
    "department",
    "last_activity_at",
  ],
  contact: [
    "name",
    "remark_name",
    "customer",
    "title",
    "department",
    "mobiles",
    "phones",
    "emails",
    "wechat_id",
    "external_userid",
    "owners",
    "last_activity_at",
  ],
};

/** The fields that reviews of an entity show, in the order of the model. */
export function reviewFields(entity: EntityName, model: Model): Field[] {
  const shown = shownFields[entity] ?? [];
  return model.entities[entity].fields.filter(
    ({ name, custom, identifies }) => shown.includes(name) || (custom === true && identifies),
  );
}

const noValue: RecordValue = { items: [], findings: [] };

/** Puts the values of both records of a pair side by side. */
export type DescribePair = (queued: Pick<QueuedPair, "entity" | "pair">) => ReviewPair;

/** Describes pairs of a workspace; the models that tell how likely they are are read once. */
export function createPairDescriber(workspace: Workspace, model: Model): DescribePair {
  const models = new Map<EntityName, MatchModel>();
  return (queued) => {
    const { entity, pair } = queued;
    const weighedBy = models.get(entity) ?? storedModel(workspace, entity);
    models.set(entity, weighedBy);
    const perMille = likelihoodOf(weighedBy, pair);
    const described = describePair(workspace, queued, model);
    return perMille === undefined ? described : { ...described, probabilityPerMille: perMille };
  };
}

function describePair(
  workspace: Workspace,
  { entity, pair }: Pick<QueuedPair, "entity" | "pair">,
  model: Model,
): ReviewPair {
  const find = findRecord(workspace, entity);
  const [left, right] = [find(pair.left), find(pair.right)];
  const fields = reviewFields(entity, model).flatMap(({ name }) => {
    const values = [left, right].map((record) => record?.values[name] ?? noValue);
    const [first = noValue, second = noValue] = values;
    if (first.items.length + second.items.length === 0) return [];
    const agrees = keysOf(first).some((key) => keysOf(second).includes(key));
    return [{ field: name, left: textOf(first), right: textOf(second), agrees }];
  });
  const { weightMilliBits, reason, rules } = pair;
  return { entity, left: pair.left, right: pair.right, weightMilliBits, reason, rules, fields };
}

function keysOf({ items }: RecordValue): string[] {
  return items.map(({ key, display }) => key || display);
}

function textOf({ items }: RecordValue): string {
  return items.map(({ display }) => display).join("; ");
}
