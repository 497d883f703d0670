import type { DecidedPair } from "../decided-pairs.ts";
import { granularities, type Granularity } from "../granularity.ts";
import { forbids } from "../hard-rules/rule-settings.ts";
import type { JudgeOptions } from "../judge-pair.ts";
import type { PackedRecords } from "../packed-records.ts";

/**
 * What a cluster may hold at most one of. `mixed` marks a cluster that people joined against the
 * rule: it takes nothing more that has a value.
 */
const mixed = -1;

/** Which clusters may never become one, kept up to date while they grow. */
export interface ClusterConstraints {
  /** Whether the clusters with these roots may be joined. */
  allow(root: number, other: number): boolean;
  /** `other` was joined to `root`. */
  join(root: number, other: number): void;
}

interface Constraint {
  /** A value a cluster: 0 = none so far. */
  readonly state: Int32Array;
  /** No value is a value too: a head office has no branch, and is not a branch. */
  readonly isNoneDifferent: boolean;
}

/**
 * H1, H2, H5 and systems of unique rows over whole clusters: a chain of matches must not join what a
 * pair may not.
 */
export function createConstraints(
  packed: PackedRecords,
  options: Pick<JudgeOptions, "granularity" | "rules">,
  systems?: Int32Array,
): ClusterConstraints {
  const constraints = constraintsOf(packed, options);
  const held = systems?.slice() ?? new Int32Array(0);
  return {
    allow: (root, other) =>
      ((held[root] ?? 0) & (held[other] ?? 0)) === 0 &&
      constraints.every((each) => isAllowed(each, root, other)),
    join(root, other) {
      constraints.forEach((each) => void (each.state[root] = joinedState(each, root, other)));
      if (systems !== undefined) held[root] = (held[root] ?? 0) | (held[other] ?? 0);
    },
  };
}

/** What a cluster holds one of, the rule that says so, and the granularities at which it does. */
const singles: readonly Single[] = [
  { name: "uscc", rule: "H1", at: ["branch", "company"] },
  { name: "ordinal", rule: "H5", at: granularities },
  { name: "branch", rule: "H2", at: ["branch"] },
];

interface Single {
  readonly name: string;
  readonly rule: string;
  readonly at: readonly Granularity[];
}

function constraintsOf(
  packed: PackedRecords,
  { granularity, rules = {} }: Pick<JudgeOptions, "granularity" | "rules">,
): Constraint[] {
  if (packed.entity !== "customer") return [];
  return singles.flatMap(({ name, rule, at }) => {
    const column = packed.columns[name];
    const isHeld = at.includes(granularity) && forbids(rule, rules);
    if (column === undefined || !isHeld) return [];
    return [{ state: column.values.slice(), isNoneDifferent: name === "branch" }];
  });
}

function isAllowed({ state, isNoneDifferent }: Constraint, root: number, other: number): boolean {
  const value = state[root] ?? 0;
  const otherValue = state[other] ?? 0;
  if (value === otherValue) return value !== mixed;
  return !isNoneDifferent && (value === 0 || otherValue === 0);
}

function joinedState({ state, isNoneDifferent }: Constraint, root: number, other: number): number {
  const value = state[root] ?? 0;
  const otherValue = state[other] ?? 0;
  if (value === otherValue) return value;
  if (isNoneDifferent) return mixed;
  if (value === 0) return otherValue;
  return otherValue === 0 ? value : mixed;
}

/** The records that each record was decided to differ from, both ways. */
export function cannotLinks(
  decided: readonly DecidedPair[],
): ReadonlyMap<number, readonly number[]> {
  const links = new Map<number, number[]>();
  for (const { left, right, same } of decided) {
    if (same) continue;
    links.set(left, [...(links.get(left) ?? []), right]);
    links.set(right, [...(links.get(right) ?? []), left]);
  }
  return links;
}
