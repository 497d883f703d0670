/** What only the remarks of a whole file can tell. */
export interface RemarkContext {
  /** A in front is a level; without B, C or D anywhere it only puts a contact on top of the list. */
  readonly hasLevels: boolean;
}

const lowerLevel = /^[【[(（]?[B-D](?:[级类]|\d(?!\d))?(?:[\]】)）\s\-_|]|(?=\p{Script=Han}))/u;
const fewest = 2;

/** `["A张三", "B李四", "C王五"]` -> levels; `["A张三", "AA李四"]` -> none. Whatever the order of the rows. */
export function voteLevels(remarks: Iterable<string>): RemarkContext {
  let lower = 0;
  for (const remark of remarks) if (lowerLevel.test(remark)) lower += 1;
  return { hasLevels: lower >= fewest };
}
