import { expect, test } from "vitest";
import { address } from "./address.ts";
import { region } from "./region.ts";

const safe = { repairs: "safe" } as const;

test.each([
  ["河北雄安新区容城县", "130629", "a new area between province and county"],
  ["新疆建设兵团第八师石河子市", "659001", "the corps"],
  ["重庆市渝北区龙溪街道", "500157", "a street office is no road"],
])("%s lies in %s: %s", (raw, code) => {
  const [item] = address.normalize(raw, undefined, { repairs: "safe" }).items;
  expect(item?.parsed).toMatchObject({ region: code, road: "" });
});

test.each([
  ["广东 深圳 南山区", "广东省深圳市南山区", "440305", "short names, spaces between"],
  ["深圳", "广东省深圳市", "440300", "the levels above are filled in"],
  ["北京市北京市海淀区", "北京市海淀区", "110108", "a municipality written twice"],
  ["湖北省仙桃市", "湖北省仙桃市", "429004", "a county under the province"],
  ["吉林", "吉林省", "220000", "the province before the city of the same name"],
  ["朝阳区", "朝阳区", "", "several places: none is guessed"],
  ["粤", "广东省", "440000", "the letter of number plates"],
  ["440305", "广东省深圳市南山区", "440305", "a division code"],
  ["深圳科技园", "广东省深圳市科技园", "440300", "words behind the region stay"],
  ["广西柳州地区忻城县", "广西壮族自治区来宾市忻城县", "451321", "a prefecture that was dissolved"],
  ["金秀县", "广西壮族自治区来宾市金秀瑶族自治县", "451324", "an autonomous county for short"],
  ["新疆巴音郭楞", "新疆维吾尔自治区巴音郭楞蒙古自治州", "652800", "a people without 族"],
  ["湖北省省直辖县级行政区划仙桃市", "湖北省仙桃市", "429004", "words of statistical tables"],
  ["火星", "火星", "", "no such place"],
])("region %s -> %s %s: %s", (raw, display, key) => {
  expect(region.normalize(raw, undefined, safe)).toMatchObject({ display, key });
});

test.each([
  ["广东省深圳市南山区科技路 1 号 3 楼", "440305科技路1", "region, road and number"],
  ["地址：上海浦东新区张江路88號", "310115张江路88", "a label, short names, a traditional letter"],
  ["科技园B座", "科技园b座", "no region, no road: the text itself"],
  [
    "518000 深圳市南山区沙河街道白石路一号",
    "440305白石路1",
    "a postcode, a street office, a numeral",
  ],
  ["中国（上海）自由贸易试验区张江路88弄12号", "310000张江路88-12", "a free-trade zone, a lane"],
  [
    "我公司地址是江苏淮安清江浦区上海路111号",
    "320812上海路111",
    "a sentence; the road has a city's name",
  ],
  ["浙江省杭州市萧山市市心路5号", "330109市心路5", "a city that became a district"],
  ["江西南昌市新建区江西省南昌市新建区长堎大道3号", "360112长堎大道3", "written twice"],
  ["昆山千灯镇南野路88-3号", "320583南野路88-3", "a county-level city without 市, a town"],
  ["西湖区文三路478号", "西湖区文三路478", "two cities have it: the name without a code"],
])("address %s has key %s: %s", (raw, key) => {
  expect(address.normalize(raw, undefined, safe).key).toBe(key);
});

test.each([
  ["西湖区文三路478号", ["N402"], "Hangzhou or Nanchang"],
  ["襄樊市小水街222号", ["N404"], "renamed in 2010"],
  ["深圳市南山区科技路1号", [], "nothing is open"],
])("finds in %s: %s (%s)", (raw, codes) => {
  const { findings, items } = address.normalize(raw, undefined, safe);
  expect(findings.map(({ code }) => code)).toEqual(codes);
  expect(items[0]?.parsed).toMatchObject({ kind: "address" });
});
