import { intAt } from "../element-at.ts";
import { slotOf } from "../compared-table.ts";
import { columnOf } from "../packed-records.ts";
import { poolSize, textAt, type TextPool } from "../text-pool.ts";
import { effects, type HardRule } from "./hard-rule.ts";
import { sharedLegalId, sharedSigns } from "./shared-signs.ts";

/** Words that any company may call itself by; a brand made of nothing else is no name. */
const genericWords: readonly string[] = [
  "中国",
  "中华",
  "全国",
  "国家",
  "国际",
  "世界",
  "环球",
  "全球",
  "科技",
  "技术",
  "实业",
  "工业",
  "产业",
  "企业",
  "集团",
  "控股",
  "投资",
  "发展",
  "贸易",
  "商贸",
  "商务",
  "经贸",
  "信息",
  "网络",
  "电子",
  "工程",
  "建设",
  "建筑",
  "服务",
  "管理",
  "咨询",
  "文化",
  "传媒",
  "公司",
  "总公司",
  "分公司",
];

const genericBrand = new RegExp(`^(?:${genericWords.join("|")})+$`);

/**
 * 科技, 国际实业 or 中国 is no brand: that two names share it says nothing. Only a legal number, a shared
 * phone, mailbox, person or door, or the whole name with its place joins them.
 */
export const brandIsNoName: HardRule = {
  id: "H7",
  reason: "a brand of generic words alone",
  bind({ table, is }) {
    const { cells, packed } = table;
    const brandSlot = slotOf(table, "brand");
    const place = slotOf(table, "nameRegion");
    const isGeneric = genericReader(columnOf(packed, "brand").text);
    const wholeName = is("name", "equal", "alias");
    const legalId = sharedLegalId(is);
    const signs = sharedSigns(is);
    return (left, right, codes) => {
      const brand = intAt(cells, left + brandSlot);
      const other = intAt(cells, right + brandSlot);
      if (!isGeneric(brand) && !isGeneric(other)) return effects.none;
      const isPlaced = cells[left + place] !== 0 && cells[left + place] === cells[right + place];
      if (wholeName(codes) && isPlaced) return effects.none;
      const isBacked = signs(codes) > 0 || legalId(codes);
      return isBacked ? effects.none : effects.review;
    };
  },
};

/** Each brand is read once: 0 = not yet, 1 = a name, 2 = generic. */
function genericReader(text: TextPool): (brand: number) => boolean {
  const known = new Uint8Array(poolSize(text));
  return (brand) => {
    if (brand === 0) return false;
    if (known[brand] === 0) known[brand] = genericBrand.test(textAt(text, brand)) ? 2 : 1;
    return known[brand] === 2;
  };
}
