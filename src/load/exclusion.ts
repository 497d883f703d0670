import type { Entity, EntityName } from "../model/entity.ts";
import type { GoldenContent } from "../model/golden.ts";
import { loadReason } from "../model/load-reason.ts";
import { nowhere, type Destination, type FindDestination } from "./destinations.ts";
import type { GoldenCondition } from "./where.ts";

interface ExclusionQuestion {
  readonly entity: Entity;
  readonly where: GoldenCondition | undefined;
  readonly holdReview: boolean;
  /** Entities of which golden records are left out. */
  readonly incomplete: ReadonlySet<EntityName>;
  readonly find: FindDestination;
}

/** Which golden records of an entity are left out, and the fields that decide. */
export interface Exclusion {
  readonly fields: readonly string[];
  readonly exclude: (golden: GoldenContent) => Destination | undefined;
}

const notSelected = nowhere("skip", loadReason("L101"));
const waiting = nowhere("review", loadReason("L102"));

/**
 * Leaves out what `where` does not select and, with `holdReview`, what waits for a person. What
 * belongs to a record that is left out shares its fate: contacts wait with their customer.
 */
export function exclusionOf(question: ExclusionQuestion): Exclusion {
  const { entity, where, holdReview } = question;
  const owners = owningFields(question);
  const condition = where?.entity === entity.name ? where : undefined;
  const fields = [...owners, ...(condition === undefined ? [] : [condition.field.name])];
  return {
    fields,
    exclude: (golden) => {
      if (condition?.holds(golden) === false) return notSelected;
      if (holdReview && golden.reviewPending) return waiting;
      return fateOfOwner(golden, owners, question);
    },
  };
}

/**
 * References to what a record belongs to, its customer first: neither people nor its own kind.
 * None when nothing that it could belong to is left out.
 */
function owningFields({ entity, incomplete }: ExclusionQuestion): string[] {
  const owners = entity.fields.filter(
    ({ refersTo, list }) =>
      refersTo !== undefined && refersTo !== "user" && refersTo !== entity.name && !list,
  );
  const mayMiss = owners.some(({ refersTo }) => refersTo !== undefined && incomplete.has(refersTo));
  return mayMiss ? owners.map(({ name }) => name) : [];
}

function fateOfOwner(
  { items }: GoldenContent,
  owners: readonly string[],
  { entity, find }: ExclusionQuestion,
): Destination | undefined {
  const name = owners.find((each) => items[each]?.[0] !== undefined);
  const refersTo = entity.fields.find((field) => field.name === name)?.refersTo;
  if (name === undefined || refersTo === undefined) return undefined;
  const owner = find(refersTo, items[name]?.[0] ?? "");
  if (owner?.to !== "none") return undefined;
  return nowhere(owner.kind, loadReason("L108", refersTo));
}
