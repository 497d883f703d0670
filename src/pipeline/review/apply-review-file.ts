import type { Finding } from "../../model/finding.ts";
import type { Decision } from "../../model/golden.ts";
import { byCodePoint } from "../../text/code-point.ts";
import { addDecision, listDecisionLog, listDecisions } from "../../workspace/decisions.ts";
import { openWorkspace, type Workspace } from "../../workspace/open-workspace.ts";
import { findRecord } from "../../workspace/records.ts";
import { inTransaction } from "../../workspace/transaction.ts";
import type { RunContext } from "../run-context.ts";
import { readReviewFile, type FiledDecision } from "./read-review-file.ts";
import { listReviewQueue, reviewedEntities } from "./review-queue.ts";

/** What reading a review file back did; findings name the rows that were not taken over. */
export interface AppliedReview {
  readonly decided: number;
  /** Decided before, the same way: a file can be read twice. */
  readonly unchanged: number;
  readonly undecided: number;
  readonly findings: readonly Finding[];
  /** Pairs that still wait. */
  readonly left: number;
}

/**
 * Takes the decisions of a review file over, all of them in one transaction. What cannot be taken
 * over is named, with its row, and decides nothing. Throws DEDUPE_NOT_A_REVIEW.
 */
export async function applyReviewFile(
  file: string,
  by: string,
  context: RunContext,
): Promise<AppliedReview> {
  const { workspacePath, startedAt, model } = context;
  const { decisions, findings, undecided } = await readReviewFile(file, model);
  const workspace = openWorkspace(workspacePath, startedAt);
  try {
    const judged = judgeDecisions(workspace, decisions);
    const wanted = distinctPairs(judged.filter(({ verdict }) => verdict === "new"));
    await inTransaction(workspace, () => {
      for (const { decision } of wanted) {
        addDecision(workspace, { ...decision, reason: "xlsx" }, { by, at: startedAt });
      }
      return Promise.resolve();
    });
    const known = distinctPairs(judged.filter(({ verdict }) => verdict === "unchanged"));
    const refused = judged.flatMap(({ verdict, decision }) => refusal(verdict, decision));
    return {
      decided: wanted.length,
      unchanged: known.length,
      undecided,
      findings: [...findings, ...refused],
      left: listReviewQueue(workspace).length,
    };
  } finally {
    workspace.close();
  }
}

type Verdict = "new" | "unchanged" | "M103" | "M104" | "M105";

/** A decision of a file, and whether it is taken over. */
export interface Judged {
  readonly decision: FiledDecision;
  readonly verdict: Verdict;
}

/** What each decision of a file is beside those of the workspace, in the order of the file. */
export function judgeDecisions(
  workspace: Workspace,
  decisions: readonly FiledDecision[],
): Judged[] {
  return decisions.map(createJudge(workspace, decisions));
}

/** Judges a decision of the file by what is in the workspace and elsewhere in the file. */
function createJudge(
  workspace: Workspace,
  all: readonly FiledDecision[],
): (decision: FiledDecision) => Judged {
  const find = new Map(reviewedEntities.map((each) => [each, findRecord(workspace, each)]));
  const standing = standingDecisions(workspace);
  const revoked = revokedAnswers(workspace);
  const denied = contradicted(all);
  return (decision) => {
    const { entity, left, right, same, lastDecision } = decision;
    const key = pairKey(decision);
    const isThere = [left, right].every((id) => find.get(entity)?.(id) !== undefined);
    if (!isThere) return { decision, verdict: "M103" };
    if (denied.has(key)) return { decision, verdict: "M104" };
    const known = standing.get(key);
    if (known === undefined) {
      const revocation = revoked.get(answerKey(decision)) ?? 0;
      return { decision, verdict: revocation > lastDecision ? "M105" : "new" };
    }
    if (known.same === same) return { decision, verdict: "unchanged" };
    return { decision, verdict: known.id > lastDecision ? "M105" : "new" };
  };
}

/** The last decision that counts, for each pair. */
function standingDecisions(workspace: Workspace): ReadonlyMap<string, Decision> {
  const entries = reviewedEntities.flatMap((entity) =>
    listDecisions(workspace, entity).map((each) => [pairKey({ entity, ...each }), each] as const),
  );
  return new Map(entries);
}

/** Number of the last revocation of each answer: a file written before must not bring it back. */
function revokedAnswers(workspace: Workspace): ReadonlyMap<string, number> {
  const log = listDecisionLog(workspace);
  const byId = new Map(log.map((each) => [each.id, each]));
  const revocations = log.flatMap(({ id, revokes }) => {
    const taken = revokes === null ? undefined : byId.get(revokes);
    if (taken === undefined || taken.same === null) return [];
    return [[answerKey({ ...taken, same: taken.same }), id] as const];
  });
  return new Map(revocations);
}

function answerKey(decision: Pick<FiledDecision, "entity" | "left" | "right" | "same">): string {
  return `${pairKey(decision)} ${decision.same}`;
}

/** Pairs of which the file says both. */
function contradicted(all: readonly FiledDecision[]): ReadonlySet<string> {
  const said = new Map<string, boolean>();
  const denied = new Set<string>();
  for (const each of all) {
    const key = pairKey(each);
    if ((said.get(key) ?? each.same) !== each.same) denied.add(key);
    said.set(key, each.same);
  }
  return denied;
}

function pairKey({
  entity,
  left,
  right,
}: Pick<FiledDecision, "entity" | "left" | "right">): string {
  return JSON.stringify([entity, ...[left, right].toSorted(byCodePoint)]);
}

/** A row that was copied decides once. */
function distinctPairs(judged: readonly Judged[]): Judged[] {
  const first = new Map<string, Judged>();
  for (const each of judged) {
    const key = pairKey(each.decision);
    if (!first.has(key)) first.set(key, each);
  }
  return [...first.values()];
}

function refusal(verdict: Verdict, { row, entity, left, right }: FiledDecision): Finding[] {
  if (verdict === "new" || verdict === "unchanged") return [];
  const value = `${left} / ${right}`;
  return [{ code: verdict, severity: "warning", entity, detail: String(row), value }];
}
