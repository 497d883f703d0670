import { explainPair, type ExplainedPair } from "../dedupe/explain-pair.ts";
import { GoldpanError } from "../errors.ts";
import { entityNames, type EntityName } from "../model/entity.ts";
import type { GoldenRecord, MatchedPair } from "../model/golden.ts";
import type { EntityRecord } from "../model/record.ts";
import type { ExplainedGolden } from "../report/explanation-text.ts";
import type { ExplainedMatch } from "../report/pair-explanation-text.ts";
import { byCodePoint } from "../text/code-point.ts";
import { findGoldenId, findPair } from "../workspace/clusters.ts";
import { listDecisions, listDecisionLog } from "../workspace/decisions.ts";
import { findGolden } from "../workspace/goldens.ts";
import { openWorkspace, type Workspace } from "../workspace/open-workspace.ts";
import { findRecord } from "../workspace/records.ts";
import { listRelations } from "../workspace/relations.ts";
import { linkedTable } from "./cluster-records.ts";
import type { RunContext } from "./run-context.ts";
import { likelihoodOf, storedModel } from "./stored-model.ts";

export interface RecordsQuestion {
  /** A record, or a golden record when it stands alone. */
  readonly record: string;
  readonly other?: string | undefined;
}

/**
 * Where each value of a golden record comes from; of two records, why they are the same or not.
 * Throws DEDUPE_NO_SUCH_RECORD, DEDUPE_NOT_YET when nothing was searched for duplicates,
 * DEDUPE_NOT_COMPARED for records of different entities or of one that is not compared.
 */
export async function explainRecords(
  { record, other }: RecordsQuestion,
  context: RunContext,
): Promise<ExplainedGolden | ExplainedMatch> {
  const { workspacePath, startedAt } = context;
  const workspace = openWorkspace(workspacePath, { mode: "read", startedAt });
  try {
    if (other === undefined) return explainGolden(workspace, record, context);
    return explainMatch(workspace, [record, other], context);
  } finally {
    workspace.close();
  }
}

function explainGolden(workspace: Workspace, id: string, { model }: RunContext): ExplainedGolden {
  const golden = goldenOf(workspace, id);
  const { entity, members, values } = golden;
  const fields = model.entities[entity].fields.flatMap(({ name }) => {
    const { items = [], provenance = [] } = values[name] ?? {};
    return items.map((value, at) => {
      const { record = "", rule = "" } = provenance[at] ?? provenance[0] ?? {};
      return { field: name, value, record, rule };
    });
  });
  const relations = listRelations(workspace, entity, golden.id).map(({ left, right, kind }) => {
    const other = left === golden.id ? right : left;
    const name = nameOf(findGolden(workspace, entity)(other));
    return { kind, isLeft: left === golden.id, golden: other, name };
  });
  return { kind: "golden", entity, golden: golden.id, members, values: fields, relations };
}

function nameOf(golden: GoldenRecord | undefined): string {
  const { legal_name: legalName, name } = golden?.values ?? {};
  return (legalName ?? name)?.items[0] ?? "";
}

/** The golden record of that id, or the one that a record of that id is in. */
function goldenOf(workspace: Workspace, id: string): GoldenRecord {
  for (const entity of searchOrder) {
    const golden = findGolden(workspace, entity)(findGoldenId(workspace, entity)(id) ?? id);
    if (golden !== undefined) return golden;
  }
  const isRecord = entityNames.some((entity) => findRecord(workspace, entity)(id) !== undefined);
  throw new GoldpanError(isRecord ? "DEDUPE_NOT_YET" : "DEDUPE_NO_SUCH_RECORD", { record: id });
}

/** One id may stand in several entities: the customer is what people ask for. */
const searchOrder: readonly EntityName[] = ["customer", "contact", ...entityNames];

function explainMatch(
  workspace: Workspace,
  ids: readonly [string, string],
  { model, settings }: RunContext,
): ExplainedMatch {
  const [left, right] = twoRecords(workspace, ids);
  const { entity } = left;
  const { recall, granularity, rules } = settings.dedupe;
  const matchModel = storedModel(workspace, entity);
  const table = linkedTable(workspace, entity, model);
  const options = { model: matchModel, granularity, rules, recall };
  const pair = explainPair(table, left, right, options);
  if (pair === undefined) throw new GoldpanError("DEDUPE_NOT_YET", { record: left.id });
  const decision = decisionOn(workspace, left, right);
  const find = findGoldenId(workspace, entity);
  const goldens = [find(left.id) ?? "", find(right.id) ?? ""] as const;
  const kept = settled(pair, storedPair(workspace, left, right), { decision, goldens });
  const ruleIds = kept.rules.map(({ id }) => id);
  return {
    kind: "match",
    entity,
    left: left.id,
    right: right.id,
    ...kept,
    probabilityPerMille: likelihoodOf(matchModel, { ...kept, rules: ruleIds }),
    isCalibrated: matchModel.calibration !== undefined,
    matchAtMilliBits: matchModel.thresholds.match,
    possibleAtMilliBits: matchModel.thresholds.possible,
    decision,
    goldens,
    relation: relationOf(workspace, entity, goldens),
  };
}

/** How two golden records belong together without being one. */
function relationOf(
  workspace: Workspace,
  entity: EntityName,
  [golden, other]: ExplainedMatch["goldens"],
): ExplainedMatch["relation"] {
  const found = listRelations(workspace, entity, golden).find(
    ({ left, right }) => left === other || right === other,
  );
  if (found === undefined || golden === other) return undefined;
  return { kind: found.kind, isLeft: found.left === golden };
}

/** A golden record is none of the two that can be compared, and is not missing either. */
function noSuchRecord(workspace: Workspace, record: string): GoldpanError {
  const isGolden = entityNames.some((each) => findGolden(workspace, each)(record) !== undefined);
  return new GoldpanError(isGolden ? "DEDUPE_GOLDEN_IN_PAIR" : "DEDUPE_NO_SUCH_RECORD", { record });
}

function twoRecords(
  workspace: Workspace,
  [left, right]: readonly [string, string],
): readonly [EntityRecord, EntityRecord] {
  for (const entity of ["customer", "contact"] as const) {
    const find = findRecord(workspace, entity);
    const [first, second] = [find(left), find(right)];
    if (first !== undefined && second !== undefined) return [first, second];
  }
  const missing = [left, right].find((id) =>
    entityNames.every((entity) => findRecord(workspace, entity)(id) === undefined),
  );
  if (missing !== undefined) throw noSuchRecord(workspace, missing);
  throw new GoldpanError("DEDUPE_NOT_COMPARED", { left, right });
}

function decisionOn(
  workspace: Workspace,
  left: EntityRecord,
  right: EntityRecord,
): ExplainedMatch["decision"] {
  const ids = [left.id, right.id];
  const last = listDecisions(workspace, left.entity).findLast(
    (each) => ids.includes(each.left) && ids.includes(each.right),
  );
  if (last === undefined) return undefined;
  const entry = listDecisionLog(workspace).find(({ id }) => id === last.id);
  return { id: last.id, same: last.same, by: entry?.by ?? "" };
}

function storedPair(
  workspace: Workspace,
  left: EntityRecord,
  right: EntityRecord,
): MatchedPair | undefined {
  const [first = "", second = ""] = [left.id, right.id].toSorted(byCodePoint);
  return findPair(workspace, left.entity)(first, second);
}

interface Circumstances {
  readonly decision: ExplainedMatch["decision"];
  readonly goldens: ExplainedMatch["goldens"];
}

/**
 * The pair as it was settled: a person's word outranks all, then what `dedupe` kept of it (a rival
 * may have taken weight, the clusters may not fit together), then the pair by itself.
 */
function settled(
  pair: ExplainedPair,
  stored: MatchedPair | undefined,
  { decision, goldens: [left, right] }: Circumstances,
): ExplainedPair {
  if (decision !== undefined) {
    const byPerson = { id: "H9", reason: "a person decided" };
    const verdict = decision.same ? "match" : "non-match";
    return { ...pair, verdict, rules: [...pair.rules, byPerson] };
  }
  if (stored !== undefined) return asStored(pair, stored);
  if (pair.verdict !== "match" || left === right) return pair;
  const apart = { id: "CLUSTER", reason: "the clusters do not fit together" };
  return { ...pair, verdict: "possible", rules: [...pair.rules, apart] };
}

function asStored(pair: ExplainedPair, stored: MatchedPair): ExplainedPair {
  const { verdict, weightMilliBits } = stored;
  const rules = stored.rules.map(
    (id) => pair.rules.find((each) => each.id === id) ?? { id, reason: id },
  );
  const lost = weightMilliBits - pair.weightMilliBits;
  const blank = { comparison: "contest", field: "", left: "", right: "", level: "" };
  const contest = lost === 0 ? [] : [{ ...blank, weightMilliBits: lost }];
  return { ...pair, rows: [...pair.rows, ...contest], rules, verdict, weightMilliBits };
}
