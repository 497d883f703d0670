import { intAt } from "../element-at.ts";
import type { KeyFamily } from "./key-family.ts";
import type { Postings } from "./join-families.ts";
import { markedMembers, type FamilyPostings } from "./postings.ts";
import { isPair } from "./row-meetings.ts";
import type { RowTraits } from "./row-traits.ts";
import { isChoosy, turnsAway } from "./turns-away.ts";

/** A pair to compare, ranks with `left < right`, and the family of keys that found it first. */
export type VisitPair = (left: number, right: number, family: number) => void;

/** Who can meet whom. */
export interface Meetings {
  readonly keys: readonly KeyFamily[];
  readonly postings: Postings;
  readonly traits: RowTraits;
  /** Whether the pairs that teach how common kin is are visited too. */
  readonly isTaught?: boolean;
  /** 1 for rows whose pairs with earlier ones are asked for; all of them when left out. */
  readonly asked?: Uint8Array;
  /** 1 for rows that pairs are asked for of, whether earlier or later; all pairs when left out. */
  readonly around?: Uint8Array;
  /** A comparison that is hidden, and with it the family of keys of its name. */
  readonly hidden?: string;
}

/**
 * Visits every candidate pair whose later row lies in `[from, to)`, each pair once: over the ranges
 * of any split, every pair is visited exactly once and in the same order. A stamp a row remembers
 * who was met already; no set of pairs is ever built.
 */
export function forEachCandidatePair(
  meetings: Meetings,
  from: number,
  to: number,
  visit: VisitPair,
): void {
  const { offsets, codes, families } = meetings.postings.ofRows;
  const stamps = new Int32Array(offsets.length - 1).fill(-1);
  const meet = (left: number, right: number, family: number): void => {
    if (stamps[left] === right) return;
    stamps[left] = right;
    visit(left, right, family);
  };
  const passed = meetings.keys.map((key) => passedPairs(key, meetings));
  const meetRow = (right: number, visitors: readonly VisitGroup[], isMet?: Uint8Array): void => {
    const end = intAt(offsets, right + 1);
    for (let at = intAt(offsets, right); at < end; at += 1) {
      const code = intAt(codes, at);
      const family = families[at] ?? 0;
      if (!isPair(code)) visitors[family]?.(right, code >> 2, (code & 1) === 1);
      else if ((code & 1) > (passed[family] ?? 0) && isMet?.[code >> 2] !== 0) {
        meet(code >> 2, right, family);
      }
    }
  };
  const { around, asked } = meetings;
  const visitors = visitorsOf(meetings, meetings.postings.families, meet);
  const visitorsElsewhere = around === undefined ? [] : visitorsAround(meetings, around, meet);
  for (let right = from; right < to; right += 1) {
    if (asked?.[right] === 0) continue;
    // A row that nobody asked for meets those who were asked for.
    if (around?.[right] === 0) meetRow(right, visitorsElsewhere, around);
    else meetRow(right, visitors);
  }
}

function visitorsOf(
  meetings: Meetings,
  families: readonly FamilyPostings[],
  meet: VisitPair,
): VisitGroup[] {
  return families.map((posting, family) => visitorOf(meetings, posting, family, meet));
}

function visitorsAround(meetings: Meetings, around: Uint8Array, meet: VisitPair): VisitGroup[] {
  const families = meetings.postings.families.map((posting) => markedMembers(posting, around));
  return visitorsOf(meetings, families, meet);
}

/** Pairs of a family are met that are more open than this: 0 = those with an open row, -1 = all, 1 = none. */
function passedPairs({ name, teachesKin }: KeyFamily, { hidden, isTaught }: Meetings): number {
  if (name === hidden) return 1;
  return isTaught === true && teachesKin ? -1 : 0;
}

/** Visits the members of a group that may meet a row, open in it or not, and come before it. */
type VisitGroup = (right: number, group: number, isOpen: boolean) => void;

function visitorOf(
  meetings: Meetings,
  posting: FamilyPostings,
  family: number,
  meet: VisitPair,
): VisitGroup {
  const key = meetings.keys[family];
  if (key === undefined || key.name === meetings.hidden) return () => {};
  const { traits } = meetings;
  if (!isChoosy(key)) {
    return groupVisitor(posting, key, meetings, (left, right) => meet(left, right, family));
  }
  return groupVisitor(posting, key, meetings, (left, right) => {
    if (!turnsAway(key, traits, left, right)) meet(left, right, family);
  });
}

/**
 * The members of a group that a row which teaches meets, at most: where one name fills a table, all
 * of them would be the square of its rows, and they teach no more.
 */
const mostTeaching = 500;

function groupVisitor(
  { groups, members }: FamilyPostings,
  { isAcross, teachesKin }: KeyFamily,
  { isTaught = false }: Meetings,
  meet: (left: number, right: number) => void,
): VisitGroup {
  const meetsAll = isTaught && teachesKin;
  return (right, group, isOpen) => {
    const closed = intAt(groups, group * 3 + 1);
    const last = intAt(groups, group * 3 + 2);
    const taught = meetsAll ? Math.min(last, closed + mostTeaching) : closed;
    const end = isOpen ? last : taught;
    const start = isAcross && isOpen ? closed : intAt(groups, group * 3);
    // Ranks ascend among the open ones, and among the others.
    for (let at = start; at < closed && intAt(members, at) < right; at += 1)
      meet(intAt(members, at), right);
    for (let at = closed; at < end && intAt(members, at) < right; at += 1)
      meet(intAt(members, at), right);
  };
}
