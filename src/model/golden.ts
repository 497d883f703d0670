import type { EntityName } from "./entity.ts";

export type Verdict = "match" | "possible" | "non-match";

/** A compared pair that is worth keeping: `left < right` by code point. */
export interface MatchedPair {
  readonly left: string;
  readonly right: string;
  /** Match weight in milli-bits (thousandths of a bit), an integer. */
  readonly weightMilliBits: number;
  readonly verdict: Verdict;
  /** Levels and rules that decided, e.g. "legal_name=same-brand uscc=differ H1". */
  readonly reason: string;
  /** Hard rules that fired, e.g. ["H2"]. */
  readonly rules: readonly string[];
}

/** A human decision; later ones outrank earlier ones, revoked ones do not count. */
export interface Decision {
  readonly id: number;
  readonly left: string;
  readonly right: string;
  readonly same: boolean;
}

/** Members sorted by code point; a record that matches nothing is a cluster of one. */
export interface Cluster {
  readonly members: readonly string[];
  /** The cluster has a pair that waits for a person. */
  readonly reviewPending: boolean;
}

/** Where a golden value comes from. */
export interface Provenance {
  readonly record: string;
  readonly rule: string;
}

export interface GoldenValue {
  /** Display values; one unless the field is a list. */
  readonly items: readonly string[];
  readonly provenance: readonly Provenance[];
}

export interface GoldenRecord {
  /** `g-` + hash of its first member; stable over runs (`contracts.md` 3). */
  readonly id: string;
  readonly entity: EntityName;
  readonly members: readonly string[];
  readonly reviewPending: boolean;
  /** A ref field holds the golden id of the other entity. */
  readonly values: Readonly<Record<string, GoldenValue>>;
}

/** A golden record without the provenance of its values: what a load needs of it. */
export interface GoldenContent {
  readonly id: string;
  readonly entity: EntityName;
  readonly members: readonly string[];
  readonly reviewPending: boolean;
  /** Display values by field; a ref field holds golden ids. */
  readonly items: Readonly<Record<string, readonly string[]>>;
}

/** Which golden records of an entity, and which of their values; all without it. */
export interface GoldenSelection {
  readonly fields?: readonly string[];
  readonly ids?: readonly string[];
  /** Only those that have a value in one of `fields`. */
  readonly filledOnly?: boolean;
}

/** Reads golden records of an entity by id, as often as asked. */
export type ReadGoldens = (
  entity: EntityName,
  selection?: GoldenSelection,
) => Iterable<GoldenContent>;

export type EntityEventKind = "created" | "absorbed" | "merged" | "split";

/** How two golden records belong together without being one. */
export const relationKinds = ["parent_branch", "same_group", "renamed", "possibly_same"] as const;
export type RelationKind = (typeof relationKinds)[number];

/**
 * Two golden records that belong together. Of `parent_branch` the parent is on the left; of the
 * others the smaller id.
 */
export interface GoldenRelation {
  readonly left: string;
  readonly right: string;
  readonly kind: RelationKind;
  /** Levels and rules of the pair that shows it, "" where names alone do. */
  readonly reason: string;
}
