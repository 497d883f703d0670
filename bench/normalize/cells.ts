import { Random } from "../generator/random.ts";

/** Cells of the columns that the benchmark reads, most of them clean as in real tables; seeded. */
export interface Cells {
  readonly companies: readonly string[];
  readonly mobiles: readonly string[];
  readonly phones: readonly string[];
  readonly codes: readonly string[];
  readonly addresses: readonly string[];
  readonly texts: readonly string[];
  readonly traditional: readonly string[];
}

const regions =
  "深圳市 北京 无锡市 江苏省苏州市 广东省佛山市南海区 上海市浦东新区 苏州工业园区 成都 宁波市鄞州区 昆山市 杭州 青岛市 西安 义乌市".split(
    " ",
  );
const letters = "华宸明远达越川鑫恒泰中科博金沃瑞祥安康宏图锦程云启天合立信诚德盛世";
const trades =
  "精密机械 网络科技 国际贸易 餐饮管理 建筑装饰工程 新材料科技 电子 信息技术 自动化设备 供应链管理 医疗器械 生物科技 塑料制品 物流".split(
    " ",
  );
const forms = "有限公司 有限公司 有限公司 有限责任公司 股份有限公司 经营部 商行 厂".split(" ");
const roads = "科技路 张江路 文三路 中关村大街 人民南路 解放大道 滨江东路 工业三路".split(" ");
const cities =
  "广东省深圳市南山区 上海市浦东新区 浙江省杭州市西湖区 北京市海淀区 江苏省昆山市 四川省成都市武侯区 湖北省武汉市洪山区 山东青岛黄岛区".split(
    " ",
  );
const traditionalLetters = "華辰國際貿易電子機械設備網絡實業發展東方環球聯興業廣達";

export function makeCells(count: number): Cells {
  const random = new Random(7);
  const many = (make: () => string): string[] => Array.from({ length: count }, make);
  const brand = (): string =>
    Array.from({ length: 2 + random.below(2) }, () =>
      letters.charAt(random.below(letters.length)),
    ).join("");
  const company = (): string =>
    random.pick(regions) + brand() + random.pick(trades) + random.pick(forms);
  return {
    companies: many(() => noisy(company(), random)),
    mobiles: many(() => `13${random.below(10)}${random.digits(8)}`),
    phones: many(() => `0755-2${random.digits(7)}`),
    codes: many(() => creditCode(random)),
    addresses: many(
      () =>
        `${random.pick(cities)}${random.pick(roads)}${1 + random.below(999)}号${1 + random.below(30)}楼`,
    ),
    texts: many(() => noisy(company(), random)),
    traditional: many(() =>
      Array.from({ length: 12 }, () =>
        traditionalLetters.charAt(random.below(traditionalLetters.length)),
      ).join(""),
    ),
  };
}

/** One cell in ten is not clean: brackets, spaces, full width, a note. */
function noisy(name: string, random: Random): string {
  if (!random.chance(10)) return name;
  return random.pick([
    `${name} `,
    `${name}（已停用）`,
    name.replace("有限", " 有限"),
    `（${name}）`,
    `${name}-已转出`,
  ]);
}

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const usccWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const orgWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** A credit code whose two check digits fit (GB 32100, GB 11714). */
function creditCode(random: Random): string {
  const organisation = random.digits(8);
  const sum = orgWeights.reduce(
    (total, weight, at) => total + weight * Number(organisation[at]),
    0,
  );
  const check = 11 - (sum % 11);
  const head = `91440300${organisation}${check === 11 ? "0" : check === 10 ? "X" : check}`;
  const total = usccWeights.reduce(
    (all, weight, at) => all + weight * alphabet.indexOf(head.charAt(at)),
    0,
  );
  return head + alphabet.charAt((31 - (total % 31)) % 31);
}
