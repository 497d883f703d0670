import type { Verdict } from "../../model/golden.ts";
import { createJudge, verdicts } from "../judge-pair.ts";
import type { Granularity } from "../granularity.ts";
import type { MatchModel } from "../match-model.ts";
import { columnOf, type PackedRecords } from "../packed-records.ts";
import { createReasonWriter, ruleIdsOf, verdictNames } from "../pair-reason.ts";
import { createCandidates } from "./candidates.ts";
import { createNameJudge, type NameJudgement } from "./name-judge.ts";
import type { Recall } from "../blocking-keys/recall.ts";
import { layOut, rowsOfRecords, type ComparedTable } from "../compared-table.ts";

/** How a list is looked up in a reference list. */
export interface MatchListsOptions {
  readonly model: MatchModel;
  readonly recall: Recall;
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

/** Takes the ranked references of a query; none when nothing was found. */
export type VisitQuery = (query: number, matches: readonly RankedMatch[]) => void;

/** Two references closer than this cannot be told apart by what was compared: one bit. */
const closeMilliBits = 1000;

interface Found extends NameJudgement {
  readonly reference: number;
}

/**
 * Looks each query up among the references of one packed table: references come first, queries
 * from `firstQuery` on. Of equal ranks the earlier reference comes first. A match whose runner-up
 * is as good and another company is only possible, with the rule `AMBIGUOUS`.
 */
export function matchLists(
  packed: PackedRecords,
  firstQuery: number,
  options: MatchListsOptions,
  visit: VisitQuery,
): void {
  const table = layOut(packed);
  const candidatesOf = createCandidates(table, firstQuery, options.recall);
  const judge = createNameJudge(table, options);
  const describe = createDescriber(table, options);
  for (let query = firstQuery; query < packed.size; query += 1) {
    const found: Found[] = [];
    for (const reference of candidatesOf(query)) {
      const judgement = judge(reference, query);
      if (judgement.verdict !== verdicts.nonMatch) found.push({ ...judgement, reference });
    }
    const ranked = rank(found, packed);
    visit(query, ranked.slice(0, options.top).map(describe(query)));
  }
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

function createDescriber(
  table: ComparedTable,
  options: MatchListsOptions,
): (query: number) => (ranked: Ranked) => RankedMatch {
  const { packed } = table;
  const rows = rowsOfRecords(table);
  const { judge } = createJudge(table, options, true);
  const writeReason = createReasonWriter(packed);
  return (query) =>
    ({ reference, weight, verdict, isSlip, isAmbiguous }) => {
      const judged = judge(rows[reference] ?? 0, rows[query] ?? 0);
      const isDoubtful = isAmbiguous && verdict === verdicts.match;
      const rules = [
        ...ruleIdsOf(packed, judged.rules),
        ...(isSlip ? ["SLIP"] : []),
        ...(isDoubtful ? ["AMBIGUOUS"] : []),
      ];
      return {
        reference,
        weightMilliBits: weight,
        verdict: isDoubtful ? "possible" : (verdictNames[verdict] ?? "possible"),
        reason: writeReason(judged.codes, rules),
      };
    };
}
