import type { ComparedTable } from "../compared-table.ts";
import { createJudge, verdicts, type JudgeOptions, type Judgement } from "../judge-pair.ts";
import { columnOf, type PackedRecords } from "../packed-records.ts";
import { levelOf, type LevelCodes } from "../comparisons/comparison.ts";
import { entityComparisons } from "../comparisons/entity-comparisons.ts";
import { textAt } from "../text-pool.ts";
import { ruleIdsOf } from "../pair-reason.ts";
import { createGlance } from "./glance.ts";
import { placesLeftOut } from "./left-out.ts";
import { halfEditsBetween, likenessPerMille } from "./likeness.ts";
import { differenceOf, isSlip } from "./slip.ts";

/** What a reference is for a query. */
export interface NameJudgement {
  readonly verdict: number;
  /** Match weight in milli-bits. */
  readonly weight: number;
  /** What references are ordered by: the weight, and how alike the names are as a whole. */
  readonly rank: number;
  readonly isSlip: boolean;
  /** What the comparisons said, and the hard rules that fired: for the reason. */
  readonly codes: LevelCodes;
  readonly rules: number;
}

/** A slip is worth this much: about as much as the letters that it spoils. */
const slipMilliBits = 8000;
/** Names less alike than this are shown only when their parts agree; as good as equal from there on. */
const [leastLikeness, goodLikeness] = [700, 850];
/** What half an edit costs in the order of references, where the parts agree and where they do not. */
const [editInPart, editElsewhere] = [250, 3000];

/**
 * Judges a reference for a query. Beside the weights of the parts, a name that differs by a slip
 * alone is a match; a name whose brand is nearly the same is no match without more, because the
 * nearest name in a long list is nearly always somebody else's.
 */
export function createNameJudge(
  table: ComparedTable,
  options: JudgeOptions,
): (reference: number, query: number) => NameJudgement {
  const { packed } = table;
  const rows = table.rows;
  const thorough = createJudge(table, options, true);
  const quick = createJudge(table, options);
  const mayBeShown = createGlance(table, leastLikeness);
  const nameAt = entityComparisons(packed).findIndex(({ name }) => name === "name");
  const sureLevels = sureLevelsOf(packed, nameAt);
  const compareNames = createNameComparison(packed);
  // Most candidates are neither alike as a whole nor possible by their parts.
  const judgeHopeful = (reference: number, query: number): Judgement | undefined => {
    const isAlike = mayBeShown(reference, query);
    const { judge } = isAlike ? thorough : quick;
    const judgement = judge(rows[reference] ?? 0, rows[query] ?? 0);
    return isAlike || judgement.verdict !== verdicts.nonMatch ? judgement : undefined;
  };
  return (reference, query) => {
    const judgement = judgeHopeful(reference, query);
    if (judgement === undefined) return noMatch;
    const { weight, verdict, rules, codes } = judgement;
    const isSure = sureLevels.has(levelOf(codes[nameAt] ?? 0));
    const { edits, likeness, slip, isShort } = compareNames(reference, query);
    const isSlip = slip && (!isSure || verdict !== verdicts.match);
    const gained = weight + (isSlip ? slipMilliBits : 0);
    const isBarred = ruleIdsOf(packed, rules).some((rule) => rule !== nameGate);
    return {
      isSlip,
      weight: gained,
      rank: isSure ? gained - edits * editInPart : (gained >> 1) - edits * editElsewhere,
      verdict: verdictOf({ verdict, isBarred, isSure, isSlip, isShort, likeness }),
      // The judge writes the next ones into the same place.
      codes: codes.slice(),
      rules,
    };
  };
}

const noMatch: NameJudgement = {
  verdict: verdicts.nonMatch,
  weight: 0,
  rank: 0,
  isSlip: false,
  codes: new Int32Array(0),
  rules: 0,
};

/** The rule that asks for more than a different name: here the names are looked at as a whole. */
const nameGate = "H6";

interface Evidence {
  readonly verdict: number;
  /** A hard rule speaks against the two. */
  readonly isBarred: boolean;
  readonly isSure: boolean;
  readonly isSlip: boolean;
  /** The query may be a short name of the reference. */
  readonly isShort: boolean;
  readonly likeness: number;
}

function verdictOf({ verdict, isBarred, isSure, isSlip, isShort, likeness }: Evidence): number {
  if (isSlip && !isBarred) return verdicts.match;
  if (verdict !== verdicts.nonMatch) return isSure ? verdict : verdicts.possible;
  const isShown = isShort || likeness >= (isSure ? goodLikeness : leastLikeness);
  return isShown ? verdicts.possible : verdicts.nonMatch;
}

/** Levels at which the name itself is the same: whole, as an alias, or by its brand. */
function sureLevelsOf(packed: PackedRecords, nameAt: number): ReadonlySet<number> {
  const levels = entityComparisons(packed)[nameAt]?.levels ?? [];
  return new Set(["equal", "alias", "brand"].map((level) => levels.indexOf(level)));
}

interface NameComparison {
  readonly edits: number;
  readonly likeness: number;
  readonly slip: boolean;
  readonly isShort: boolean;
}

/** Compares two names as a whole; the text of the query is kept for its next reference. */
function createNameComparison(
  packed: PackedRecords,
): (reference: number, query: number) => NameComparison {
  const names = columnOf(packed, "name");
  const brand = packed.columns["brand"];
  let last = -1;
  let left = "";
  return (reference, query) => {
    if (query !== last) left = textAt(names.text, names.values[query] ?? 0);
    last = query;
    const right = textAt(names.text, names.values[reference] ?? 0);
    const places = left.length < 2 ? undefined : placesLeftOut(left, right);
    const halfEdits = halfEditsBetween(left, right);
    // However much a short name leaves out, it was left out in so many places.
    const edits = Math.min(halfEdits, (places ?? halfEdits) + 1);
    const likeness = likenessPerMille(halfEdits, Math.max(left.length, right.length));
    const brandText = brand === undefined ? "" : textAt(brand.text, brand.values[reference] ?? 0);
    const slip =
      halfEdits > 0 &&
      likeness >= leastLikeness &&
      isSlip(differenceOf(left, right), placeOf(brandText, right));
    return { edits, likeness, slip, isShort: places !== undefined };
  };
}

/** Where the brand stands in a name; the whole name where it does not. */
function placeOf(brand: string, name: string): { start: number; end: number } {
  const start = name.indexOf(brand);
  if (brand === "" || start < 0) return { start: 0, end: name.length };
  return { start, end: start + brand.length };
}
