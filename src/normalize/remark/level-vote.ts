import type { ColumnVote } from "../../model/normalizer.ts";

/** What only the remarks of a whole file can tell. */
export interface RemarkContext {
  /** A in front is a level; without B, C or D anywhere it only puts a contact on top of the list. */
  readonly hasLevels: boolean;
}

const lowerLevel = /^[【[(（]?[B-D](?:[级类]|\d(?!\d))?(?:[\]】)）\s\-_|]|(?=\p{Script=Han}))/u;
const fewest = 2;

/** `["A张三", "B李四", "C王五"]` -> levels; `["A张三", "AA李四"]` -> none. Whatever the order of the rows. */
export const levelVote: ColumnVote<RemarkContext> = {
  labelOf: (remark) => (lowerLevel.test(remark) ? "lower" : ""),
  decide: (counts) => ({ hasLevels: (counts.get("lower") ?? 0) >= fewest }),
};
