/** Trade words at the end of a core, longest first; put together they make 精密机械设备制造. */
const words =
  `精密机械 自动化设备 医疗器械 汽车零部件 仪器仪表 电子商务 信息技术 信息科技 网络科技 网络技术 电子科技 生物科技 生物技术
环保科技 智能科技 智能装备 文化传播 文化传媒 企业管理 管理咨询 投资管理 建筑工程 装饰工程 建筑装饰 国际贸易 进出口 包装制品 塑胶制品 五金制品
新材料 新能源 半导体 房地产 物业管理 供应链 人力资源 餐饮管理 广告传媒 机电设备 机械设备 电子 科技 技术 贸易 商贸 实业 机械 设备 机电 电器 电气
自动化 装备 制造 材料 化工 塑料 塑胶 五金 模具 包装 印刷 纺织 服装 服饰 食品 饮料 餐饮 酒店 医药 制药 药业 医疗 生物 环保 能源 电力 建筑 建材
工程 装饰 装修 设计 广告 传媒 文化 传播 教育 培训 咨询 服务 物流 运输 货运 仓储 汽车 配件 零部件 仪器 仪表 光电 通信 通讯 网络 软件 信息 数据
智能 系统 控制 投资 金融 保险 证券 租赁 担保 地产 置业 物业 农业 牧业 渔业 林业 种业 矿业 钢铁 冶金 石油 石化 燃气 水务 园林 家具 家居 家电
制品 工业 产业 国际 发展 开发 管理 集团 控股 股份 制药 玻璃 陶瓷 水泥 电缆 阀门 轴承 泵业 航空 船舶 铁路 交通 旅游 体育 娱乐 影视 珠宝 化妆品 日用品`
    .split(/\s+/)
    .toSorted((a, b) => b.length - a.length);

export interface BrandAndTrade {
  readonly brand: string;
  /** From left to right. */
  readonly trade: readonly string[];
}

/**
 * Brand in front, trade behind: `"华宸精密机械"` -> `"华宸"`, `["精密机械"]`. Two letters stay for
 * the brand where there are two; a core that is nothing but trade has an empty brand.
 */
export function splitTrade(core: string): BrandAndTrade {
  const trade: string[] = [];
  let brand = core;
  for (;;) {
    const word = words.find((each) => brand.endsWith(each));
    if (word === undefined) break;
    if (brand.length === word.length && trade.length === 0) return { brand: "", trade: [word] };
    if (brand.length - word.length < 2) break;
    trade.unshift(word);
    brand = brand.slice(0, -word.length);
  }
  return { brand, trade };
}
