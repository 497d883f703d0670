import { probabilityPerMille } from "../dedupe/cluster/match-probability.ts";
import { defaultModel } from "../dedupe/default-model.ts";
import { matchModelSchema, type MatchModel } from "../dedupe/match-model.ts";
import type { EntityName } from "../model/entity.ts";
import { findMatchModel } from "../workspace/match-models.ts";
import type { Workspace } from "../workspace/open-workspace.ts";

/** What the last `dedupe` weighed the pairs of an entity by; the shipped model before it. */
export function storedModel(workspace: Workspace, entity: EntityName): MatchModel {
  const stored = findMatchModel(workspace, entity);
  return stored === undefined ? defaultModel(entity) : matchModelSchema.parse(stored);
}

/** A pair with what decided about it. */
interface WeighedPair {
  readonly weightMilliBits: number;
  readonly rules: readonly string[];
}

/**
 * How likely a pair is one, in thousandths, by what labels told of its weight. Undefined where a
 * hard rule or a person decided: weights say nothing then.
 */
export function likelihoodOf(
  model: MatchModel,
  { weightMilliBits, rules }: WeighedPair,
): number | undefined {
  const isByRule = rules.some((rule) => /^H\d/.test(rule));
  return isByRule ? undefined : probabilityPerMille(model, weightMilliBits);
}
