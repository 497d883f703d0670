import { letterSlots, type ComparedTable } from "../compared-table.ts";
import { intAt } from "../element-at.ts";
import { countBits } from "../letter-signature.ts";
import { columnOf } from "../packed-records.ts";
import { lengthAt } from "../text-pool.ts";
import { createLetterBag, leastHalfEdits } from "./letter-bag.ts";
import { likenessPerMille, longest } from "./likeness.ts";

/** Whether two names may be alike as a whole, or one short for the other. */
export type Glance = (reference: number, query: number) => boolean;

/**
 * Looks at the letters of two names alone, at 64 bits of them first: most pairs need no more. A bit
 * that only one of them has is a letter at least that only this one has.
 */
export function createGlance(table: ComparedTable, leastLikeness: number): Glance {
  const { values, text } = columnOf(table.packed, "name");
  const lettersOnlyIn = bindLetters(table);
  const bag = createLetterBag(text);
  let last = -1;
  return (reference, query) => {
    const name = intAt(values, query);
    const other = intAt(values, reference);
    const longer = Math.max(lengthAt(text, name), lengthAt(text, other));
    if (longer <= longest) {
      const own = lettersOnlyIn(query, reference);
      const others = lettersOnlyIn(reference, query);
      const isUnlike = likenessPerMille(leastHalfEdits(own, others), longer) < leastLikeness;
      if (isUnlike && own > 0) return false;
    }
    if (query !== last) bag.hold(name);
    last = query;
    const isAlike = likenessPerMille(bag.leastHalfEdits(other), longer) >= leastLikeness;
    return isAlike || !bag.hasMoreThan(other);
  };
}

/** How many letters of the name of one record the other has not, at least. */
function bindLetters(table: ComparedTable): (one: number, other: number) => number {
  const { cells, slots } = table;
  const names = letterSlots("name");
  const { [names.low]: low, [names.high]: high } = slots;
  if (low === undefined || high === undefined) return () => 0;
  const rows = table.rows;
  return (one, other) => {
    const row = intAt(rows, one);
    const otherRow = intAt(rows, other);
    return (
      countBits(intAt(cells, row + low) & ~intAt(cells, otherRow + low)) +
      countBits(intAt(cells, row + high) & ~intAt(cells, otherRow + high))
    );
  };
}
