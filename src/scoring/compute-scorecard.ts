import { createHash } from "node:crypto";
import { GoldpanError } from "../errors.ts";
import { findField } from "../model/canonical-model.ts";
import type { DimensionScores, GroupScore, ScorableRecord, Scorecard } from "../model/scorecard.ts";
import { byCodePoint } from "../text/code-point.ts";
import { valuesOf, type Check, type ScoringContext } from "./check.ts";
import { checksFor } from "./checks.ts";
import { coveragePerMille, dimensionScores, dimensionWeights } from "./dimension-scores.ts";
import { evaluateGates } from "./gates.ts";
import { scoringContext, type ScoringScope } from "./scoring-context.ts";
import type { GateSettings } from "./settings.ts";
import { addTally, checkResults, emptyTally, tallyRecord, type Tally } from "./tally.ts";

/** What to score and against what. */
export interface ScorecardOptions extends ScoringScope {
  readonly on: Scorecard["on"];
  /** Fields to group by, in the order in which they are reported. */
  readonly groups: readonly string[];
  readonly settings: ScoringScope["settings"] & { readonly gates: readonly GateSettings[] };
}

interface Grouping {
  readonly by: string;
  readonly tallies: Map<string, Tally>;
}

/** Takes the records of one entity one by one; memory grows with the groups, not with the records. */
export interface ScorecardBuilder {
  add(record: ScorableRecord): void;
  finish(): Scorecard;
}

/**
 * The scorecard of all records of one entity, read once. The order of the records does not matter;
 * groups are sorted by value. A group is the first value of its field; records without one form
 * the group "". Throws SCORE_UNKNOWN_GROUP for a field that the entity does not have,
 * SCORE_UNKNOWN_METRIC.
 */
export function computeScorecard(
  records: Iterable<ScorableRecord>,
  options: ScorecardOptions,
): Scorecard {
  const builder = buildScorecard(options);
  for (const record of records) builder.add(record);
  return builder.finish();
}

/** The same for records that come as they like. */
export function buildScorecard(options: ScorecardOptions): ScorecardBuilder {
  const context = scoringContext(options);
  const checks = checksFor(options.entity);
  const groupings = groupingsOf(options);
  const whole = emptyTally(checks.length);
  const one = emptyTally(checks.length);
  return {
    add(record) {
      tallyRecord(one, record, checks, context);
      addTally(whole, one);
      for (const { by, tallies } of groupings) addTally(tallyOf(tallies, record, by, checks), one);
    },
    finish: () =>
      scorecardOf(options, checkResults(whole, checks), {
        records: whole.records,
        groups: groupings.flatMap((grouping) => groupScores(grouping, checks)),
        model: hashOf(checks, context),
      }),
  };
}

function scorecardOf(
  { entity, on, asOf, settings }: ScorecardOptions,
  checks: Scorecard["checks"],
  measured: Pick<Scorecard, "groups" | "model"> & { readonly records: number },
): Scorecard {
  const { records, groups, model } = measured;
  const total = dimensionScores(records, checks);
  const gates = evaluateGates({ total, checks, groups }, settings.gates);
  const coverage = coveragePerMille(total);
  const format = "goldpan.scorecard/1";
  return {
    format,
    entity,
    on,
    asOf,
    model,
    total,
    checks,
    groups,
    gates,
    coveragePerMille: coverage,
  };
}

/** Fields to group by, those of the gates included; each once. */
function groupingsOf({ entity, model, groups, settings }: ScorecardOptions): Grouping[] {
  const wanted = [...groups, ...settings.gates.flatMap(({ by }) => (by === undefined ? [] : [by]))];
  return [...new Set(wanted)].map((by) => {
    if (findField(model, entity, by) === undefined) {
      throw new GoldpanError("SCORE_UNKNOWN_GROUP", { entity, field: by });
    }
    return { by, tallies: new Map() };
  });
}

function tallyOf(
  tallies: Map<string, Tally>,
  record: ScorableRecord,
  by: string,
  checks: readonly Check[],
): Tally {
  const [value = ""] = valuesOf(record, by);
  const known = tallies.get(value);
  if (known !== undefined) return known;
  const tally = emptyTally(checks.length);
  tallies.set(value, tally);
  return tally;
}

function groupScores({ by, tallies }: Grouping, checks: readonly Check[]): GroupScore[] {
  return [...tallies]
    .toSorted(([left], [right]) => byCodePoint(left, right))
    .map(([value, tally]) => {
      const results = checkResults(tally, checks);
      const scores: DimensionScores = dimensionScores(tally.records, results);
      return { by, value, ...scores, checks: results };
    });
}

/** Scores with different hashes were measured by different rules. */
function hashOf(checks: readonly Check[], context: ScoringContext): string {
  const parts = {
    checks: checks.map(({ rule }) => [rule.code, rule.dimension, rule.weight]),
    weights: Object.entries(dimensionWeights),
    key: context.keyFields,
    important: context.importantFields,
  };
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}
