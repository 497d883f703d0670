import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ParsedCompanyName } from "../../model/parsed.ts";
import { companyName } from "./company-name.ts";

const safe = { repairs: "safe" } as const;
const keyOf = (name: string): string => companyName.normalize(name, undefined, safe).key;

function parse(name: string): ParsedCompanyName | undefined {
  const parsed = companyName.normalize(name, undefined, safe).items[0]?.parsed;
  return parsed?.kind === "company-name" ? parsed : undefined;
}

test.each<[string, Partial<ParsedCompanyName>, string]>([
  [
    "深圳华宸精密机械有限公司",
    { region: "440300", brand: "华宸", industry: ["精密", "机械"], form: "llc" },
    "region, brand, trade, form",
  ],
  [
    "华宸(深圳)精密机械有限公司",
    { region: "440300", brand: "华宸", industry: ["精密", "机械"] },
    "region in brackets",
  ],
  [
    "广东省深圳市南山区明远网络科技股份有限公司",
    { region: "440305", brand: "明远", form: "jsc" },
    "three levels",
  ],
  ["金牛源餐饮管理(北京)有限公司深圳分公司", { brand: "金牛源", branch: "深圳分公司" }, "a branch"],
  ["金牛源餐饮管理有限公司深圳分公可", { form: "llc", branch: "深圳分公司" }, "a slip in it"],
  [
    "金牛源餐饮管理有限公司深圳分司公",
    { form: "llc", branch: "深圳分公司" },
    "letters changed places",
  ],
  ["深圳华宸机械有限公司 停用", { industry: ["机械"], form: "llc" }, "a note behind a blank"],
  ["深圳华宸机械有限公司/备用", { industry: ["机械"], form: "llc" }, "a note behind a stroke"],
  ["A-深圳华宸机械有限公司", { region: "440300", brand: "华宸" }, "a grade in front"],
  [
    "重庆钢铁股份有限公司",
    { brand: "重庆钢铁" },
    "nothing but trade behind the region: it is the brand",
  ],
  ["3M中国有限公司", { brand: "3m", isGroup: true }, "letters and digits, 中国 behind them"],
  [
    "华宸精密有限公司(曾用名:华晨精密有限公司)-已转出",
    { norm: "华宸精密有限公司", aliases: ["华晨精密有限公司"] },
    "notes behind",
  ],
  ["中国工商银行深圳南山支行", { brand: "中国工商", branch: "深圳南山支行" }, "a bank's branch"],
  [
    "深圳明锐汽车零部件股份有限公司上海分公",
    { brand: "明锐", form: "jsc", branch: "上海分公司" },
    "a branch that was cut at twenty letters",
  ],
  ["华宸科技(深圳分公司)", { brand: "华宸", branch: "深圳分公司" }, "a branch in brackets"],
  ["华宸投资管理中心(有限合伙)", { brand: "华宸", form: "lp" }, "a form in brackets"],
  ["昆山千灯镇南野科技店", { region: "320583", brand: "南野" }, "a town behind the region"],
  ["襄樊华宸物流有限公司", { region: "420600", brand: "华宸" }, "a city that was renamed"],
  ["华宸技术上海有限公司", { region: "310000", brand: "华宸" }, "the region before the form"],
  ["鼓楼区华宸商行", { region: "", brand: "华宸" }, "several counties of one name"],
  ["华宸科技有限公司司", { form: "llc", norm: "华宸科技有限公司" }, "a doubled letter"],
  ["迅销(中国)商贸有限公司", { brand: "迅销", isGroup: true }, "a foreign parent's company"],
  ["华宸集团股份有限公司", { brand: "华宸", form: "jsc", isGroup: true }, "a group"],
  ["Huachen Technology Co.,Ltd", { brand: "huachen", form: "llc" }, "Latin letters only"],
  ["宁波保税区中远国际供应链管理信息技术服务", { mayBeTruncated: true }, "twenty letters"],
  ["王建国", { brand: "王建国", isPersonName: true }, "a sole trader's own name"],
  ["松下电器中国有限公司", { brand: "松下", isGroup: true }, "中国 behind the trade"],
  [
    "华宸科技有限公司深圳",
    { region: "440300", brand: "华宸", form: "llc" },
    "a place behind the form",
  ],
  [
    "深圳华宸科技有限公司无锡",
    { region: "440300", brand: "华宸", branch: "无锡分公司" },
    "a place elsewhere behind the form: the rest of a branch",
  ],
  ["北京华宸科技有限公司朝阳", { brand: "华宸", branch: "" }, "a place that may be near"],
  ["深圳华宸科技有限公司无锡分司", { brand: "华宸", branch: "无锡分公司" }, "a letter is missing"],
  ["上海张江高科技园区奥康达生物科技有限公司", { brand: "奥康达" }, "a science park"],
  ["武汉东湖新技术开发区智联软件有限公司", { brand: "智联" }, "a development zone"],
  ["杭州未来科技城建设有限公司", { brand: "未来", region: "330100" }, "a zone that builds itself"],
  [
    "新疆生产建设兵团第八师石河子市华宸棉花加工厂",
    { region: "659001", brand: "华宸" },
    "the corps",
  ],
  ["安泽瑞精密五金有限公司", { region: "", brand: "安泽瑞" }, "a county's name inside a brand"],
  ["西安市碑林区文艺路永新布行", { region: "610103", brand: "永新" }, "a sole trader's street"],
  ["永辉超市股份有限公司福州五四北超市", { brand: "永辉", branch: "福州五四北超市" }, "a branch"],
  ["海底捞火锅北京三里屯店", { brand: "海底捞", branch: "北京三里屯店" }, "a shop of a chain"],
  ["南京市江宁区禄口街道办事处", { brand: "禄口", form: "inst", branch: "" }, "a street office"],
  ["上海浦东发展银行股份有限公司", { region: "310000", brand: "浦东发展" }, "a bank"],
  [
    "重庆农村商业银行",
    { region: "500000", brand: "重庆农村商业", form: "bank" },
    "a bank of a place",
  ],
  ["北京银行", { brand: "北京银行", form: "bank" }, "nothing but a place before 银行"],
  ["株式会社日立制作所", { brand: "日立", form: "jp" }, "the form in front"],
  ["三菱电机上海机电电梯有限公司", { brand: "三菱", region: "310000" }, "a place between trades"],
  ["深圳巿华宸科技有限公司", { region: "440300", brand: "华宸" }, "巿 for 市"],
  ["深圳市市华宸科技有限公司", { region: "440300", brand: "华宸" }, "市 doubled"],
  ["上海市市政工程设计有限公司", { region: "310000", brand: "市政" }, "市政 is no slip"],
  ["Siemens Ltd., China", { brand: "siemens", form: "llc" }, "the country behind the form"],
  ["Hong Kong Kwong Fat Trading Limited", { region: "810000", brand: "kwongfat" }, "two words"],
  [
    "南京高科股份有限公司",
    { brand: "南京高科", second: { region: "320100", brand: "高科" } },
    "in doubt",
  ],
  ["安达物流有限公司", { brand: "安达", second: { region: "231281", brand: "物流" } }, "in doubt"],
])("%s -> %j: %s", (name, expected) => {
  expect(parse(name)).toMatchObject(expected);
});

test.each([
  ["深圳华宸精密机械有限公司", "深圳市华宸精密机械有限责任公司", true, "form and 市 do not count"],
  ["深圳华宸精密机械有限公司", "华宸（深圳）精密机械有限公司", true, "the bracket moves"],
  [
    "深圳华宸精密机械有限公司",
    "深圳華宸精密機械有限司公",
    true,
    "traditional letters, a mistyped form",
  ],
  ["ABC（深圳）科技有限公司", "ＡＢＣ(深圳)科技有限公司", true, "full width"],
  ["西门子（中国）有限公司", "西门子中国有限公司", true, "中国 with and without brackets"],
  ["日立制作所株式会社", "株式会社日立制作所", true, "the form in front"],
  ["北京银行股份有限公司", "北京银行", true, "a bank with its form"],
  ["华宸（深圳）有限公司", "华宸有限公司深圳", true, "a place behind the form"],
  ["Bosch Parts (Suzhou) Co., Ltd.", "Bosch Parts (Changsha) Co., Ltd.", false, "two plants"],
  ["Bosch Parts (Suzhou) Co., Ltd.", "Bosch Parts Co., Ltd.", false, "a plant and its parent"],
  ["Geely Holding Group Co., Ltd.", "Geely Co., Ltd.", false, "a group and a company"],
  ["深圳华宸精密机械有限公司", "无锡华宸精密机械有限公司", false, "another city"],
  ["深圳华宸精密机械有限公司", "深圳华宸网络科技有限公司", false, "another trade"],
  [
    "深圳华宸精密机械有限公司",
    "深圳华宸精密机械有限公司无锡分公司",
    false,
    "a branch is not its parent",
  ],
])("%s and %s share a key: %s, %s", (left, right, same) => {
  expect(keyOf(left) === keyOf(right)).toBe(same);
});

test("a name that shows its traditional letters without its note is simplified at once", () => {
  const { display, changes } = companyName.normalize("約达-客户", undefined, safe);
  expect(display).toBe("约达");
  expect(changes.map(({ rule }) => rule)).toEqual(["N112", "N109"]);
  expect(companyName.normalize(display, undefined, safe).changes).toEqual([]);
});

test("normalizing is idempotent and no brand is empty", () => {
  const part = fc.constantFrom(
    "深圳",
    "华宸",
    "精密机械",
    "有限公司",
    "(北京)",
    "分公司",
    " ",
    "A",
    "（",
    "-已转出",
    "市",
  );
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
      const { display, key } = companyName.normalize(parts.join(""), undefined, safe);
      expect(companyName.normalize(display, undefined, safe)).toMatchObject({ display, key });
      expect(parse(parts.join(""))?.brand).not.toBe("");
    }),
  );
});

const regions = fc.constantFrom("深圳市", "北京", "无锡市", "浙江省杭州市");
const brands = fc.constantFrom("华宸", "明远达", "越川");
const trades = fc.constantFrom("精密机械", "网络科技", "国际贸易");
const forms = fc.constantFrom("有限公司", "有限责任公司", "股份有限公司");

/** Ways of writing that leave a name the same name. */
const writings = fc.constantFrom(
  (name: string) => name.replaceAll("华", "華").replaceAll("机", "機").replaceAll("国", "國"),
  (name: string) => [...name].join(" "),
  (name: string) => `${name}(已停用)`,
  (name: string) => name.replace("有限责任公司", "有限公司").replace("有限公司", "有限司公"),
  (name: string) => `  ${name.replace("省", "省\u200b")}。`,
);

test("the key does not depend on how the name is written, nor on where its region stands", () => {
  fc.assert(
    fc.property(fc.tuple(regions, brands, trades, forms), writings, (parts, write) => {
      const [region, brand, trade, form] = parts;
      const name = parts.join("");
      expect(keyOf(write(name))).toBe(keyOf(name));
      expect(keyOf(`${brand}（${region}）${trade}${form}`)).toBe(keyOf(name));
      expect(keyOf(name)).not.toBe(keyOf(brand + trade + form));
    }),
  );
});

const vectors = resolve(import.meta.dirname, "../../../../shared/data/vectors/company_names.json");

describe.skipIf(!existsSync(vectors))("the shared company names", () => {
  test("have the brand of the vectors in at least nine of ten names", () => {
    const names: { input: string; expect: { zihao?: string | null } }[] = JSON.parse(
      readFileSync(vectors, "utf8"),
    );
    const known = names.filter((each) => typeof each.expect.zihao === "string");
    const right = known.filter(({ input, expect: { zihao } }) => parse(input)?.brand === zihao);
    expect(right.length / known.length).toBeGreaterThan(0.9);
  });
});
