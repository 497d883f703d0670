import { expect, test } from "vitest";
import { observeBy } from "../column-vote.ts";
import { levelVote } from "./level-vote.ts";
import { parseRemark } from "./parse-remark.ts";

const voteLevels = observeBy(levelVote);

test.each([
  [["A张三", "B李四", "C级 王五"], "A", "B and C stand beside A"],
  [["A张三", "AA李四", "A王五"], "", "only A: it puts them on top"],
  [["A张三", "B李四"], "", "one B may be an initial"],
  [["A张三", "Bosch 李四", "CEO王总"], "", "other words begin with the letters"],
])("in %j A张三 has the level %j: %s", (remarks, level) => {
  const context = voteLevels(remarks);
  expect(voteLevels(remarks.toReversed())).toEqual(context);
  expect(parseRemark("A张三", context)).toMatchObject({ person: "张三", level });
});
