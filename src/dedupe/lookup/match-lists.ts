import type { Verdict } from "../../model/golden.ts";
import { verdicts } from "../judge-pair.ts";
import type { Granularity } from "../granularity.ts";
import type { MatchModel } from "../match-model.ts";
import { columnOf, type PackedRecords } from "../packed-records.ts";
import { createReasonWriter, ruleIdsOf, verdictNames } from "../pair-reason.ts";
import { createCandidates, type LookupIndex } from "./candidates.ts";
import { createNameJudge, type NameJudgement } from "./name-judge.ts";

/** How a list is looked up in a reference list. */
export interface MatchListsOptions {
  readonly model: MatchModel;
  readonly granularity: Granularity;
  /** How many references a query may get, the best first. */
  readonly top: number;
}

/** One reference for a query. */
export interface RankedMatch {
  /** Position of the reference in the packed table. */
  readonly reference: number;
  readonly weightMilliBits: number;
  readonly verdict: Verdict;
  readonly reason: string;
}

/** Two references closer than this cannot be told apart by what was compared: one bit. */
const closeMilliBits = 1000;

interface Found extends NameJudgement {
  readonly reference: number;
}

/**
 * Looks queries up among the references of an index; `range` are the first and the end of those to
 * look up. Gives the ranked references of each, none when nothing was found; they do not depend on
 * the range. Of equal ranks the earlier reference comes first. A match whose runner-up is as good and
 * another company is only possible, with the rule `AMBIGUOUS`.
 */
export function matchQueries(
  index: LookupIndex,
  options: MatchListsOptions,
  [from, to]: readonly [number, number],
): (readonly RankedMatch[])[] {
  const { table } = index;
  const { packed } = table;
  const candidatesOf = createCandidates(index);
  const judge = createNameJudge(table, options);
  const describe = createDescriber(packed);
  const matches: (readonly RankedMatch[])[] = [];
  for (let query = from; query < to; query += 1) {
    const found: Found[] = [];
    for (const reference of candidatesOf(query)) {
      const judgement = judge(reference, query);
      if (judgement.verdict !== verdicts.nonMatch) found.push({ ...judgement, reference });
    }
    matches.push(rank(found, packed).slice(0, options.top).map(describe));
  }
  return matches;
}

type Ranked = Found & { readonly isAmbiguous: boolean };

function rank(found: readonly Found[], packed: PackedRecords): Ranked[] {
  const sorted = found.toSorted(
    (a, b) => b.verdict - a.verdict || b.rank - a.rank || a.reference - b.reference,
  );
  const [best] = sorted;
  const rival = sorted.find((each) => best !== undefined && !isSameName(packed, best, each));
  const isAmbiguous =
    best !== undefined &&
    rival?.verdict === verdicts.match &&
    best.rank - rival.rank < closeMilliBits;
  return sorted.map((each) => ({ ...each, isAmbiguous }));
}

/** A reference list that names a company twice makes nothing ambiguous. */
function isSameName(packed: PackedRecords, a: Found, b: Found): boolean {
  const { values } = columnOf(packed, "name");
  return a.reference === b.reference || values[a.reference] === values[b.reference];
}

function createDescriber(packed: PackedRecords): (ranked: Ranked) => RankedMatch {
  const writeReason = createReasonWriter(packed);
  return ({ reference, weight, verdict, isSlip, isAmbiguous, codes, rules: fired }) => {
    const isDoubtful = isAmbiguous && verdict === verdicts.match;
    const rules = [
      ...ruleIdsOf(packed, fired),
      ...(isSlip ? ["SLIP"] : []),
      ...(isDoubtful ? ["AMBIGUOUS"] : []),
    ];
    return {
      reference,
      weightMilliBits: weight,
      verdict: isDoubtful ? "possible" : (verdictNames[verdict] ?? "possible"),
      reason: writeReason(codes, rules),
    };
  };
}
