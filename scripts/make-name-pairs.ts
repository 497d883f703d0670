import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Makes `fixtures/company-name-pairs/pairs.csv`: two writings of one invented company, and two companies
 * with names alike, by kinds of noise met in real tables: `node scripts/make-name-pairs.ts`.
 */
interface Company {
  readonly region: string;
  readonly city: string;
  readonly brand: string;
  readonly trade: string;
  readonly form: string;
}

const companies: readonly Company[] = `
广东省深圳市 深圳 华宸越 精密机械 有限公司|江苏省苏州市 苏州 明远达 电子科技 有限公司|浙江省杭州市 杭州 栖霞云 网络科技 有限公司
江苏省无锡市 无锡 拓恒 自动化设备 有限公司|山东省青岛市 青岛 海润嘉 国际贸易 有限公司|湖北省武汉市 武汉 楚天合 建筑工程 有限公司
四川省成都市 成都 蜀锦源 食品 有限公司|福建省厦门市 厦门 鹭岛通 供应链管理 有限公司|浙江省宁波市 宁波 甬舟 塑料制品 有限公司
广东省东莞市 东莞 莞翔 五金模具 有限公司|江苏省昆山市 昆山 千灯明 包装材料 有限公司|湖南省长沙市 长沙 岳麓星 文化传媒 有限公司
河南省郑州市 郑州 嵩岳 新能源科技 有限公司|陕西省西安市 西安 秦汉唐 软件 有限公司|辽宁省大连市 大连 渤海湾 船舶配件 有限公司
安徽省合肥市 合肥 庐阳光 智能科技 有限公司|河北省石家庄市 石家庄 冀北辰 医药 有限公司|云南省昆明市 昆明 滇池绿 生物科技 有限公司
贵州省贵阳市 贵阳 黔灵 酒业 有限公司|江西省南昌市 南昌 赣江源 环保工程 有限公司|浙江省义乌市 义乌 稠州宝 饰品 有限公司
广东省佛山市 佛山 岭南匠 家具 有限公司|江苏省南通市 南通 通海丰 纺织 有限公司|山西省太原市 太原 晋祠 煤炭设备 有限公司
浙江省温州市 温州 瓯江捷 阀门 有限公司|江苏省常州市 常州 龙城锐 轴承 有限公司|山东省济南市 济南 泉城汇 信息技术 有限公司
福建省泉州市 泉州 刺桐港 服饰 有限公司|广西壮族自治区南宁市 南宁 邕江和 农业发展 有限公司|吉林省长春市 长春 净月 汽车零部件 有限公司`
  .trim()
  .split(/[|\n]/)
  .map((line) => {
    const [region = "", city = "", brand = "", trade = "", form = ""] = line.split(" ");
    return { region, city, brand, trade, form };
  });

type Pair = readonly [left: string, right: string];
type Make = (company: Company, other: Company) => Pair;

const legal = ({ region, brand, trade, form }: Company): string =>
  `${region.replace(/^.*[省区](?=.{2,4}市)/, "")}${brand}${trade}${form}`;
const short = ({ city, brand, trade }: Company): string => city + brand + trade;
const change =
  (from: string, to: string): Make =>
  (company) => [legal(company), legal(company).replace(from, to)];

/** A letter of the list with the one behind it. */
const pairsIn = (letters: string): Readonly<Record<string, string>> =>
  Object.fromEntries(letters.match(/../gu)?.map((pair) => [...pair]) ?? []);

const traditional = pairsIn(
  "华華苏蘇达達云雲润潤国國际際贸貿汉漢阳陽东東长長机機电電网網络絡设設备備厦廈岛島链鏈筑築车車业業龙龍环環宝寶丰豐锐銳纺紡织織",
);
const traditionalOf = (name: string): string =>
  [...name].map((letter) => traditional[letter] ?? letter).join("");

const wide = (name: string): string =>
  name.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

/** A letter of the trade typed by its sound or look. */
const slips: Readonly<Record<string, string>> = Object.fromEntries(
  "精密精蜜 机械机戒 电子电字 科技科枝 网络网洛 设备设被 贸易贸意 工程工成 食品食晶 管理管里 塑料塑科 五金五今 模具模俱 包装包庄 材料材科 文化文华 传媒传煤 软件软仵 配件配仵 智能智熊 医药医约 生物生务 环保环宝 家具家俱 纺织纺识 信息信熄 服饰服式 农业农叶 汽车汽东"
    .split(" ")
    .map((pair) => [pair.slice(0, 2), pair.slice(2)]),
);
const slipOf = (trade: string): string => {
  const word = Object.keys(slips).find((each) => trade.includes(each)) ?? "";
  return trade.replace(word, slips[word] ?? word);
};

/** Homophones of letters in brands: what people type, and what other companies are called. */
const homophones = pairsIn(
  "华骅明铭栖西拓托海涵楚础蜀署鹭路甬永莞冠千仟岳跃嵩松秦琴渤勃庐炉冀季滇颠黔钱赣甘稠绸岭领通同晋进瓯欧龙隆泉全刺赐邕雍净静",
);
const otherBrand = (brand: string): string =>
  (homophones[brand.charAt(0)] ?? "新") + brand.slice(1);

const same: Readonly<Record<string, Make>> = {
  "letters of the region (市, 省)": (company) => [legal(company), short(company) + company.form],
  "province in front": (company) => [
    short(company) + company.form,
    company.region + company.brand + company.trade + company.form,
  ],
  "organisation form (有限责任公司)": change("有限公司", "有限责任公司"),
  "organisation form (股份有限公司)": change("有限公司", "股份有限公司"),
  "organisation form missing": change("有限公司", ""),
  "region in brackets behind the brand": (company) => [
    legal(company),
    `${company.brand}(${company.city})${company.trade}${company.form}`,
  ],
  "region in brackets before the form": (company) => [
    legal(company),
    `${company.brand}${company.trade}（${company.city}）${company.form}`,
  ],
  "full width": (company) => [
    `${company.brand}(${company.city})${company.trade}${company.form}`,
    wide(`${company.brand}(${company.city})${company.trade}${company.form}`),
  ],
  "traditional letters": (company) => [legal(company), traditionalOf(legal(company))],
  "spaces between": (company) => [legal(company), [...legal(company)].join(" ")],
  "invisible letters": (company) => [legal(company), `\u202d${legal(company)}\u202c`],
  "full stop or quotes": (company, other) => [
    legal(company),
    other.brand.length === 2 ? `“${legal(company)}”` : `${legal(company)}。`,
  ],
  "status behind a dash": (company) => [legal(company), `${legal(company)}-已转出`],
  "status in brackets": (company) => [legal(company), `${legal(company)}（已停用）`],
  "status in front": (company) => [legal(company), `待转出-${legal(company)}`],
  "former name in brackets": (company, other) => [
    legal(company),
    `${legal(company)}（曾用名：${company.city}${other.brand}${company.trade}有限公司）`,
  ],
  "site in brackets": (company, other) => [
    legal(company),
    `${legal(company)}（${other.city}工业园）`,
  ],
  "and its subsidiaries": (company) => [legal(company), `${legal(company)}及下属子公司`],
  "phone behind": (company) => [legal(company), `${legal(company)} 0755-28780808`],
  "doubled letter in the form": change("有限公司", "有有限公司"),
  "swapped letters in the form": change("有限公司", "有限司公"),
  "dropped letter in the form": change("有限公司", "有限公"),
  "homophone in the form": change("有限公司", "有线公司"),
  "look-alike in the form": change("有限公司", "有限公可"),
  "slip in the trade": (company) => [
    legal(company),
    legal(company).replace(company.trade, slipOf(company.trade)),
  ],
  "zone behind the city": (company) => [
    legal(company),
    legal(company).replace(company.brand, `高新技术开发区${company.brand}`),
  ],
};

/** One company still, but only a comparison of the parts can see it: another brand could be meant. */
const beyond: Readonly<Record<string, Make>> = {
  "homophone in the brand": (company) => [
    legal(company),
    legal({ ...company, brand: otherBrand(company.brand) }),
  ],
  "letter of the brand dropped": (company) => [
    legal(company),
    legal({
      ...company,
      brand: company.brand
        .slice(0, 2)
        .slice(0, company.brand.length - 1)
        .padEnd(2, company.brand.charAt(1)),
    }),
  ],
  "region missing": (company) => [legal(company), company.brand + company.trade + company.form],
};

const different: Readonly<Record<string, Make>> = {
  "same name in another city": (company, other) => [
    legal(company),
    legal({ ...company, region: other.region, city: other.city }),
  ],
  "same brand in another trade": (company, other) => [
    legal(company),
    legal({ ...company, trade: other.trade }),
  ],
  "brand of the same sound": (company) => [
    legal(company),
    legal({ ...company, brand: otherBrand(company.brand) }),
  ],
  "brand with one more letter": (company) => [
    legal(company),
    legal({ ...company, brand: `${company.brand}兴` }),
  ],
  "brands with one letter in common": (company, other) => [
    legal(company),
    legal({ ...company, brand: company.brand.charAt(0) + other.brand.slice(1) }),
  ],
  "parent and branch": (company, other) => [legal(company), `${legal(company)}${other.city}分公司`],
  "two branches": (company, other) => [
    `${legal(company)}北京分公司`,
    `${legal(company)}${other.city}分公司`,
  ],
  "two numbered branches": (company) => [
    `${legal(company)}第一分公司`,
    `${legal(company)}第二分公司`,
  ],
  "group and subsidiary": change("有限公司", "集团有限公司"),
  "holding and subsidiary": change("有限公司", "控股有限公司"),
  "company and factory": change("有限公司", "厂"),
  "company and shop": change("有限公司", "经营部"),
  "company and partnership": change("有限公司", "合伙企业(有限合伙)"),
  "company and cooperative": change("有限公司", "专业合作社"),
  "foreign parent and its company in China": (company) => [
    `${company.brand}${company.trade}有限公司`,
    `${company.brand}(中国)${company.trade}有限公司`,
  ],
  "city and one of its counties": (company) => [
    legal(company),
    legal(company).replace(company.brand, `${counties[company.city] ?? "城关镇"}${company.brand}`),
  ],
};

const counties: Readonly<Record<string, string>> = {
  深圳: "南山区",
  苏州: "吴江区",
  杭州: "余杭区",
  无锡: "惠山区",
  青岛: "黄岛区",
  武汉: "洪山区",
  成都: "双流区",
  厦门: "海沧区",
  宁波: "鄞州区",
  长沙: "岳麓区",
  郑州: "中原区",
  西安: "雁塔区",
  大连: "旅顺口区",
  合肥: "蜀山区",
  石家庄: "裕华区",
  昆明: "官渡区",
  贵阳: "花溪区",
  南昌: "青云谱区",
  佛山: "南海区",
  南通: "通州区",
  太原: "小店区",
  温州: "瓯海区",
  常州: "武进区",
  济南: "历下区",
  泉州: "丰泽区",
  南宁: "青秀区",
  长春: "二道区",
};

function pairsOf(table: Readonly<Record<string, Make>>, group: string): string[] {
  return Object.entries(table).flatMap(([kind, make]) =>
    companies
      .map((company, at) => make(company, companies[(at + 7) % companies.length] ?? company))
      .filter(([left, right]) => left !== right && !right.includes("城关镇"))
      .map(([left, right]) => `${group},"${kind}",${left},${right}`),
  );
}

const folder = join(import.meta.dirname, "../fixtures/company-name-pairs");
mkdirSync(folder, { recursive: true });
const lines = [
  "group,kind,left,right",
  ...pairsOf(same, "same"),
  ...pairsOf(beyond, "beyond"),
  ...pairsOf(different, "different"),
];
writeFileSync(join(folder, "pairs.csv"), `${lines.join("\n")}\n`);
