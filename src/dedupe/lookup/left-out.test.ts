import { expect, test } from "vitest";
import { placesLeftOut } from "./left-out.ts";

test.each<[string, string, number | undefined, string]>([
  ["香益", "北京香益科技", 0, "a piece of the name, its ends aside"],
  ["香益自科", "北京香益自动化科技有限公司", 1, "the beginnings of two trades"],
  ["北香益自科", "北京香益自动化科技有限公司", 2, "the region by its first letter"],
  ["亿皓贸易", "西安亿皓家具贸易有限公司", 1, "one trade of two"],
  ["益香", "香益", undefined, "another order"],
  ["香益网络", "北京香益科技", undefined, "letters of its own"],
  ["", "香益", 0, "nothing has nothing of its own"],
])("%s in %s -> %s: %s", (short, long, places) => {
  expect(placesLeftOut(short, long)).toBe(places);
});
