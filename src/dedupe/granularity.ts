import type { LevelWeight, MatchModel } from "./match-model.ts";

/** What one customer is: the legal entity or its branch, the legal entity with its branches, the whole group. */
export const granularities = ["branch", "company", "group"] as const;

/** One of `granularities`. */
export type Granularity = (typeof granularities)[number];

/** Comparisons whose difference tells companies of one group apart, and the group from nobody. */
const withinGroups: readonly string[] = ["uscc", "region", "industry", "form"];

/**
 * The weights that a granularity goes by. Where a group is one customer, another code, place, trade
 * or form speaks against nothing, and kin is what is looked for.
 */
export function modelFor(model: MatchModel, granularity: Granularity): MatchModel {
  if (granularity !== "group") return model;
  const entries = Object.entries(model.comparisons).map(([name, levels]) => [
    name,
    withinGroups.includes(name) ? withoutPenalties(levels) : levels,
  ]);
  const comparisons = Object.fromEntries(entries);
  const contest = { ...model.contest, penalty: 0 };
  return { ...model, comparisons: withHeads(comparisons), kin: [], contest };
}

/** Four bits for 集团 beside a company of its brand: who calls himself a group has members. */
const headOfGroup = 4000;

function withHeads(comparisons: MatchModel["comparisons"]): MatchModel["comparisons"] {
  const { form = {} } = comparisons;
  const { group } = form;
  if (group === undefined) return comparisons;
  return { ...comparisons, form: { ...form, group: { ...group, milliBits: headOfGroup } } };
}

function withoutPenalties(
  levels: Readonly<Record<string, LevelWeight>>,
): Readonly<Record<string, LevelWeight>> {
  return Object.fromEntries(
    Object.entries(levels).map(([level, weight]) => [
      level,
      { ...weight, milliBits: Math.max(weight.milliBits, 0) },
    ]),
  );
}
