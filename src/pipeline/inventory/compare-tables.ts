import {
  keyKinds,
  type InventoryKeys,
  type InventoryOverlap,
  type KeyKind,
} from "../../model/inventory.ts";
import {
  countOf,
  onlyInOne,
  presenceIn,
  sharedCount,
  type Distinct,
  type Presence,
} from "./distinct-sketch.ts";
import type { ProfiledTable } from "./profile-table.ts";

/**
 * What every two tables have in common: equal rows, and keys of the same kind. Codes of customers
 * and of deals are numbered alike, so codes count only between tables of one entity.
 */
export function overlapsOf(tables: readonly ProfiledTable[]): InventoryOverlap[] {
  return tables
    .flatMap((left, at) => tables.slice(at + 1).flatMap((right) => overlapOf(left, right)))
    .toSorted((a, b) => weightOf(b) - weightOf(a));
}

function overlapOf(left: ProfiledTable, right: ProfiledTable): InventoryOverlap[] {
  const names = { left: left.table.name, right: right.table.name };
  const isOneEntity = left.table.entity?.name === right.table.entity?.name;
  const kinds = keyKinds.filter((kind) => kind !== "code" || isOneEntity);
  const keys = kinds.map((kind) => compare(kind, left.keys.get(kind), right.keys.get(kind)));
  return [compare("rows", left.rows, right.rows), ...keys].flatMap((each) =>
    each === undefined ? [] : [{ ...names, ...each }],
  );
}

function compare(
  kind: InventoryOverlap["kind"],
  left: Distinct | undefined,
  right: Distinct | undefined,
): Omit<InventoryOverlap, "left" | "right"> | undefined {
  if (left === undefined || right === undefined) return undefined;
  const shared = sharedCount(left, right);
  if (shared.count === 0) return undefined;
  const [leftDistinct, rightDistinct] = [countOf(left).count, countOf(right).count];
  return { kind, shared, leftDistinct, rightDistinct };
}

/** Equal rows first, then by the share of the smaller table. */
function weightOf({ kind, shared, leftDistinct, rightDistinct }: InventoryOverlap): number {
  const share = shared.count / Math.max(1, Math.min(leftDistinct, rightDistinct));
  return (kind === "rows" ? 2 : 0) + share;
}

/** In how many tables each key of a kind is. */
export function presenceOf(tables: readonly ProfiledTable[]): ReadonlyMap<KeyKind, Presence> {
  return new Map(
    keyKinds.map((kind) => {
      const sets = tables.flatMap(({ keys }) => keys.get(kind) ?? []);
      return [kind, presenceIn(sets)];
    }),
  );
}

/** The keys of a table, and how many of them no other table has. */
export function keysOf(
  { keys }: ProfiledTable,
  presence: ReadonlyMap<KeyKind, Presence>,
): InventoryKeys[] {
  return keyKinds.flatMap((kind) => {
    const [own, all] = [keys.get(kind), presence.get(kind)];
    if (own === undefined || all === undefined) return [];
    return [{ kind, distinct: countOf(own), onlyHere: onlyInOne(own, all) }];
  });
}
