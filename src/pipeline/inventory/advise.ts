import type { InventoryAdvice, InventoryOverlap } from "../../model/inventory.ts";
import type { ProfiledTable } from "./profile-table.ts";

/** A table whose rows nearly all stand in another one is a copy of it. */
const copyPercent = 95;
/** Fewer rows are equal by chance: a form with one line filled in. */
const fewestRows = 5;
const registries = /^(?:qichacha|tianyancha)/;

/**
 * What to do with a table. Of two files with equal content the first is the one to migrate; of a
 * table and a part of it, the whole.
 */
export function advise(
  table: ProfiledTable,
  before: readonly ProfiledTable[],
  overlaps: readonly InventoryOverlap[],
): InventoryAdvice {
  const twin = before.find((each) => isTwin(each, table));
  if (twin !== undefined) return { verdict: "copy", reason: "same-file", of: twin.table.name };
  const whole = overlaps.find((each) => isPartOf(table, before, each));
  if (whole !== undefined) {
    const { name } = table.table;
    const of = whole.left === name ? whole.right : whole.left;
    return { verdict: "copy", reason: "same-rows", of };
  }
  return { ...byKind(table), of: null };
}

function isTwin(other: ProfiledTable, { sha256, table }: ProfiledTable): boolean {
  return other.sha256 === sha256 && other.table.sheet === table.sheet;
}

function isPartOf(
  { table: { name } }: ProfiledTable,
  before: readonly ProfiledTable[],
  { kind, left, right, shared, leftDistinct, rightDistinct }: InventoryOverlap,
): boolean {
  if (kind !== "rows" || (left !== name && right !== name)) return false;
  const [own, others, other] =
    left === name ? [leftDistinct, rightDistinct, right] : [rightDistinct, leftDistinct, left];
  const isSmaller =
    own < others || (own === others && before.some((each) => each.table.name === other));
  return isSmaller && own >= fewestRows && shared.count * 100 >= own * copyPercent;
}

function byKind({ table: { entity, system } }: ProfiledTable): Omit<InventoryAdvice, "of"> {
  if (system !== null && registries.test(system.name)) {
    return { verdict: "reference", reason: "registry" };
  }
  switch (entity?.confidence === "low" ? undefined : entity?.name) {
    case undefined:
      return { verdict: "look", reason: "entity-unknown" };
    case "customer":
      return { verdict: "migrate", reason: "customers" };
    case "contact":
      return { verdict: "migrate", reason: "contacts" };
    case "user":
      return { verdict: "reference", reason: "staff" };
    default:
      return { verdict: "attach", reason: "belongs-to-customers" };
  }
}
