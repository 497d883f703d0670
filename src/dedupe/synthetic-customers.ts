import type { NormalizedItem } from "../model/normalizer.ts";
import type { ParsedCompanyName } from "../model/parsed.ts";
import type { EntityRecord, RecordValue } from "../model/record.ts";
import { unparsedName } from "./features/unparsed-name.ts";

/** Invented customers with the truth beside them, for tests and benchmarks. */
export interface SyntheticCustomers {
  readonly records: readonly EntityRecord[];
  /** Record id -> company. */
  readonly truth: ReadonlyMap<string, string>;
}

/** The parts of an invented name; `normOf` puts them together. */
type NameParts = Pick<ParsedCompanyName, "region" | "brand" | "branch" | "form"> & {
  readonly industry: string;
  /** Place of a bracketed region: 宏远(上海)贸易. */
  readonly isRegionInside: boolean;
};

interface Company {
  readonly id: string;
  readonly name: NameParts;
  readonly uscc: string;
  readonly phone: string;
  readonly email: string;
}

const syllables = [
  ..."安邦宝博昌辰诚达德鼎东恒丰福富冠光广国海翰浩和恒宏华汇惠吉佳嘉健金锦京景聚凯康科坤朗乐力利联隆茂美铭盛顺泰腾天通同旺伟祥新鑫兴旭亚益银永优源远云泽展振正志中卓",
  ..."艾奥柏贝彬波灿策超澄驰川春纯慈翠丹登迪典蝶栋端朵恩法帆方飞枫峰凤夫甘岗高歌格耕公谷冠桂果涵航豪禾荷衡虹厚湖欢焕辉慧基集纪佶加家建江娇杰捷界津进晶井九巨娟君俊骏可葵兰澜蓝岚雷黎理莲良亮林灵凌龙陆鹿路伦罗洛满曼梅门孟梦米妙民敏明墨木牧南宁农诺欧攀鹏品平萍奇启千乾强巧勤青清庆秋权泉群仁日荣融如瑞润若森山珊尚少深胜诗石时世舒树双水思松苏素太唐桃特田庭童图途团万望威维卫文沃吾武西希熙霞仙贤翔向晓心信星雄秀轩学雪雅言彦扬阳瑶业叶一怡易逸翼音英颖勇友有宇羽雨玉育裕元园月悦跃越韵早增哲真之知致智众珠竹庄紫宗祖佐",
];
const industries = ["贸易", "机械设备", "电子科技", "物流", "餐饮管理", "建材", "医疗器械", "软件"];
const cities: readonly (readonly [string, string])[] = [
  ["310000", "上海"],
  ["110000", "北京"],
  ["440300", "深圳"],
  ["440100", "广州"],
  ["330100", "杭州"],
  ["320500", "苏州"],
  ["510100", "成都"],
  ["420100", "武汉"],
];
const forms = ["有限公司", "股份有限公司"];
const codeAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/**
 * `count` records of about 60% as many companies, with what makes matching hard: typing errors,
 * dropped regions and forms, moved brackets, missing values, branches, brands that live in several
 * cities, a hotline that strangers share. The same seed gives the same records.
 */
export function createSyntheticCustomers(count: number, seed = 1): SyntheticCustomers {
  const random = createRandom(seed);
  const records: EntityRecord[] = [];
  const truth = new Map<string, string>();
  for (let company = 0; records.length < count; company += 1) {
    for (const sibling of createFamily(random, company)) {
      const copies = random(10) < 6 ? 1 : 2 + random(3);
      for (let copy = 0; copy < copies && records.length < count; copy += 1) {
        const id = `crm:${String(random(1_000_000_000)).padStart(9, "0")}-${records.length}`;
        records.push(createRecord(random, id, copy === 0 ? sibling : distort(random, sibling)));
        truth.set(id, sibling.id);
      }
    }
  }
  return { records, truth };
}

/** One company, or a brand in two cities, or a head office with a branch. */
function createFamily(random: Random, index: number): Company[] {
  const company = createCompany(random, index);
  const kind = random(20);
  if (kind === 0) {
    const [region, city] = pick(random, cities);
    const branch: Company = {
      ...company,
      id: `${index}-branch`,
      name: { ...company.name, branch: `${city}分公司` },
      uscc: createCode(random, region),
    };
    return [company, branch];
  }
  if (kind > 2) return [company];
  const elsewhere = cities.filter(([region]) => region !== company.name.region);
  const region = pick(random, elsewhere)[0];
  const sibling = {
    ...company,
    id: `${index}-${region}`,
    name: { ...company.name, region },
    uscc: createCode(random, region),
    phone: kind === 1 ? company.phone : createPhone(random),
    email: "",
  };
  return [company, sibling];
}

function createCompany(random: Random, index: number): Company {
  const length = random(3) === 0 ? 2 : 3;
  const brand = Array.from({ length }, () => pick(random, syllables)).join("");
  const region = pick(random, cities)[0];
  return {
    id: String(index),
    name: {
      region,
      brand,
      industry: pick(random, industries),
      form: pick(random, forms),
      branch: "",
      isRegionInside: random(5) === 0,
    },
    uscc: createCode(random, region),
    phone: random(15) === 0 ? "4008001234" : createPhone(random),
    email: `office@c${index}.example`,
  };
}

/** What happens to a name and its neighbours between one spreadsheet and the next. */
function distort(random: Random, company: Company): Company {
  const { name } = company;
  const distorted: readonly NameParts[] = [
    name,
    name,
    { ...name, region: "" },
    { ...name, isRegionInside: !name.isRegionInside },
    { ...name, form: "" },
    { ...name, brand: mistype(random, name.brand) },
  ];
  return {
    ...company,
    name: pick(random, distorted),
    phone: random(4) === 0 ? createPhone(random) : company.phone,
  };
}

function mistype(random: Random, brand: string): string {
  const at = random(brand.length);
  return brand.slice(0, at) + pick(random, syllables) + brand.slice(at + 1);
}

function createRecord(random: Random, id: string, company: Company): EntityRecord {
  const values: Record<string, RecordValue> = { legal_name: valueOf([nameItem(company.name)]) };
  if (random(10) < 3) values["uscc"] = valueOf([plainItem(company.uscc)]);
  if (random(10) < 7) values["phones"] = valueOf([phoneItem(company.phone)]);
  if (company.email !== "" && random(10) < 4)
    values["emails"] = valueOf([emailItem(company.email)]);
  return { id, entity: "customer", system: "crm", sourceRow: 0, exportedAt: "", values, extra: {} };
}

function valueOf(items: readonly NormalizedItem[]): RecordValue {
  return { items, findings: [] };
}

function plainItem(text: string): NormalizedItem {
  return { display: text, key: text };
}

function nameItem(name: NameParts): NormalizedItem {
  const norm = normOf(name);
  const parsed: ParsedCompanyName = {
    ...unparsedName(norm),
    region: name.region,
    brand: name.brand,
    industry: [name.industry],
    form: name.form,
    branch: name.branch,
  };
  return { display: norm, key: norm, parsed };
}

function normOf({ region, brand, industry, form, branch, isRegionInside }: NameParts): string {
  const city = cities.find(([code]) => code === region)?.[1] ?? "";
  const start = isRegionInside ? brand + city : city + brand;
  return start + industry + form + branch;
}

function phoneItem(phone: string): NormalizedItem {
  const type = phone.startsWith("400") ? "hotline" : "mobile";
  const parsed = { kind: "phone", type, extension: "", region: "", isPlaceholder: false } as const;
  return { ...plainItem(phone), parsed };
}

function emailItem(email: string): NormalizedItem {
  const [local = "", domain = ""] = email.split("@");
  const parsed = { kind: "email", local, domain, isPublicDomain: false, isRole: true } as const;
  return { ...plainItem(email), parsed };
}

function createPhone(random: Random): string {
  return `139${String(random(100_000_000)).padStart(8, "0")}`;
}

/** A code that adds up by GB 32100-2015. */
function createCode(random: Random, region: string): string {
  const organisation = Array.from({ length: 9 }, () => codeAlphabet[random(31)]).join("");
  const body = `91${region}${organisation}`;
  let sum = 0;
  let weight = 1;
  for (const letter of body) {
    sum += codeAlphabet.indexOf(letter) * weight;
    weight = (weight * 3) % 31;
  }
  return body + (codeAlphabet[(31 - (sum % 31)) % 31] ?? "");
}

/** A whole number from 0 to below `limit`. */
type Random = (limit: number) => number;

/** xorshift32 (Marsaglia 2003): the same numbers on every machine. */
function createRandom(seed: number): Random {
  let state = seed | 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

function pick<T>(random: Random, values: readonly T[]): T {
  // `random(length)` is an index of the table, and no table here is empty.
  return values[random(values.length)] as T;
}
