import type { EntityName } from "../model/entity.ts";
import type { Decision } from "../model/golden.ts";
import type { EntityRecord } from "../model/record.ts";
import type { Recall } from "./blocking-keys/recall.ts";
import { comparePairsInRange, prepareComparison } from "./compare-pairs.ts";
import { defaultModel } from "./default-model.ts";
import type { FeatureOptions } from "./features/feature-options.ts";
import type { Granularity } from "./granularity.ts";
import type { RuleSettings } from "./hard-rules/rule-settings.ts";
import type { KnownLabels } from "./labelled-evidence.ts";
import type { MatchModel } from "./match-model.ts";
import { packRecords } from "./pack.ts";
import type { PackedRecords } from "./packed-records.ts";
import { withTrainedModel } from "./train/train-model.ts";
import { resolveClusters, type DedupeResult } from "./resolve-clusters.ts";

/** How a search for duplicates goes; what is left out has the shipped default. */
export interface SearchOptions {
  readonly model?: MatchModel;
  /** Whether the table may teach better weights than those of the model; it may unless told not to. */
  readonly learns?: boolean;
  readonly recall?: Recall;
  readonly granularity?: Granularity;
  readonly rules?: RuleSettings;
  readonly decisions?: readonly Decision[];
  /** What people know of records beside decisions: thresholds are chosen by it, nothing is joined. */
  readonly labels?: KnownLabels | undefined;
  /** Least share of automatic matches that are right; see `train/choose-threshold.ts`. */
  readonly precision?: number | undefined;
  /** Systems whose rows are a customer each: no two of them become one. */
  readonly uniqueWithin?: readonly string[];
}

/** The same options with the shipped default for each that was left out. */
export function completeOptions(
  packed: PackedRecords,
  options: SearchOptions,
): Required<SearchOptions> {
  return {
    model: defaultModel(packed.entity),
    learns: true,
    recall: "normal",
    granularity: "branch",
    rules: {},
    decisions: [],
    labels: undefined,
    precision: undefined,
    uniqueWithin: [],
    ...options,
  };
}

/** A search from records on: what they are, and what feature extraction must know. */
export interface FindDuplicatesOptions extends SearchOptions, FeatureOptions {
  readonly entity: EntityName;
}

/**
 * Finds the records that mean the same thing. The result does not depend on the order of the
 * records. For large tables pack while reading (`createPacker`) and spread
 * `comparePairsInRange` over workers; the result is the same to the byte.
 */
export function findDuplicates(
  records: Iterable<EntityRecord>,
  options: FindDuplicatesOptions,
): DedupeResult {
  return findPackedDuplicates(packRecords(records, options.entity, options), options);
}

/** The same for a table that is packed already. */
export function findPackedDuplicates(
  packed: PackedRecords,
  options: SearchOptions = {},
): DedupeResult {
  const complete = completeOptions(packed, options);
  const { model, recall, granularity, rules, learns, uniqueWithin, decisions } = complete;
  const given = prepareComparison(packed, { model, recall, granularity, rules });
  const prepared = learns ? withTrainedModel(given, complete) : given;
  const compared = comparePairsInRange(prepared, 0, packed.size);
  return resolveClusters({ ...prepared, uniqueWithin }, compared, decisions);
}
