import type { EntityName } from "../../model/entity.ts";
import type { Decision, MatchedPair } from "../../model/golden.ts";
import { byCodePoint } from "../../text/code-point.ts";
import { findGoldenId, iteratePairs } from "../../workspace/clusters.ts";
import { listDecisions } from "../../workspace/decisions.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";

/** A pair that waits for a person, with the golden records that its two records are in. */
export interface QueuedPair {
  readonly entity: EntityName;
  readonly pair: MatchedPair;
  readonly goldens: readonly [left: string, right: string];
  /** Both are in one golden record, which hangs by this pair. */
  readonly isBridge: boolean;
}

/** Entities whose pairs wait for people, in the order in which they are asked. */
export const reviewedEntities: readonly EntityName[] = ["customer", "contact"];

/**
 * The questions that are worth asking: of all possible pairs between two golden records the
 * heaviest one, and none between two that a person has judged, even before the next `dedupe`; and
 * the weak matches that a golden record hangs by. Customers first, then contacts; the likeliest
 * match first, ties by record id.
 */
export function listReviewQueue(workspace: Workspace): QueuedPair[] {
  return reviewedEntities.flatMap((entity) => queueOf(workspace, entity));
}

function queueOf(workspace: Workspace, entity: EntityName): QueuedPair[] {
  const goldenOf = findGoldenId(workspace, entity);
  const isJudged = judged(listDecisions(workspace, entity), goldenOf);
  const heaviest = new Map<string, QueuedPair>();
  for (const pair of iteratePairs(workspace, entity, "possible")) {
    const goldens = [goldenOf(pair.left) ?? "", goldenOf(pair.right) ?? ""] as const;
    const key = keyOf(goldens);
    if (goldens[0] === goldens[1] || isJudged.has(key)) continue;
    const known = heaviest.get(key);
    if (known === undefined || byWeight(pair, known.pair) < 0) {
      heaviest.set(key, { entity, pair, goldens, isBridge: false });
    }
  }
  const all = [...heaviest.values(), ...bridgesOf(workspace, entity, goldenOf)];
  return all.sort((left, right) => byWeight(left.pair, right.pair));
}

/** The weak matches that nobody has judged since. */
function bridgesOf(
  workspace: Workspace,
  entity: EntityName,
  goldenOf: (record: string) => string | undefined,
): QueuedPair[] {
  const decided = new Set(
    listDecisions(workspace, entity).map((each) => keyOf([each.left, each.right])),
  );
  const bridges: QueuedPair[] = [];
  for (const pair of iteratePairs(workspace, entity, "match")) {
    if (!pair.rules.includes("BRIDGE") || decided.has(keyOf([pair.left, pair.right]))) continue;
    const golden = goldenOf(pair.left) ?? "";
    bridges.push({ entity, pair, goldens: [golden, golden], isBridge: true });
  }
  return bridges;
}

/** Pairs of golden records that a person has judged since; of two decisions the later one counts. */
function judged(
  decisions: readonly Decision[],
  goldenOf: (record: string) => string | undefined,
): ReadonlySet<string> {
  const last = new Map(decisions.map((each) => [keyOf([each.left, each.right]), each]));
  return new Set(
    [...last.values()].map(({ left, right }) =>
      keyOf([goldenOf(left) ?? "", goldenOf(right) ?? ""]),
    ),
  );
}

function keyOf(ids: readonly [string, string]): string {
  return ids.toSorted(byCodePoint).join("\n");
}

function byWeight(left: MatchedPair, right: MatchedPair): number {
  return (
    right.weightMilliBits - left.weightMilliBits ||
    byCodePoint(left.left, right.left) ||
    byCodePoint(left.right, right.right)
  );
}
