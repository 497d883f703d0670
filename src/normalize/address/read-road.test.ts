import { expect, test } from "vitest";
import { readRoad } from "./read-road.ts";

test.each([
  ["科技路1号3楼", "科技路", "1", "a floor is no part"],
  ["沙井街道科技路一号", "科技路", "1", "a street office, a numeral"],
  ["张江路88弄12号", "张江路", "88-12", "a lane"],
  ["解放大道1号之3", "解放大道", "1-3", "a number behind the number"],
  ["人民南路四段11号", "人民南路四段", "11", "a section"],
  ["中关村大街27号院", "中关村大街", "27", "村 belongs to the road"],
  ["镇江路5号", "镇江路", "5", "镇 belongs to the road"],
  ["海天路与滨河路交汇处12号", "海天路", "12", "a crossing"],
  ["国定路335号2号楼", "国定路", "335", "a building"],
  ["东新路", "东新路", "", "no number"],
  ["龙溪街道", "", "", "a street office alone"],
  ["厚街镇", "", "", "a town"],
  ["科技园科苑路15号", "科苑路", "15", "a park in front"],
  ["新区长江路", "长江路", "", "a new area in front"],
  ["中关村软件园二期", "", "", "no road"],
])("%s -> %s, number %s: %s", (text, road, number) => {
  expect(readRoad(text)).toEqual({ road, number });
});
