import { expect, test } from "vitest";
import { address } from "./address.ts";
import { region } from "./region.ts";

const safe = { repairs: "safe" } as const;

test.each([
  ["广东 深圳 南山区", "广东省深圳市南山区", "440305", "short names, spaces between"],
  ["深圳", "广东省深圳市", "440300", "the levels above are filled in"],
  ["北京市北京市海淀区", "北京市海淀区", "110108", "a municipality written twice"],
  ["湖北省仙桃市", "湖北省仙桃市", "429004", "a county under the province"],
  ["吉林", "吉林省", "220000", "the province before the city of the same name"],
  ["朝阳区", "朝阳区", "", "several places: none is guessed"],
  ["火星", "火星", "", "no such place"],
])("region %s -> %s %s: %s", (raw, display, key) => {
  expect(region.normalize(raw, undefined, safe)).toMatchObject({ display, key });
});

test.each([
  ["广东省深圳市南山区科技路 1 号 3 楼", "440305科技路1", "region, road and number"],
  ["地址：上海浦东新区张江路88號", "310115张江路88", "a label, short names, a traditional letter"],
  ["科技园B座", "科技园b座", "no region, no road: the text itself"],
])("address %s has key %s: %s", (raw, key) => {
  expect(address.normalize(raw, undefined, safe).key).toBe(key);
});
