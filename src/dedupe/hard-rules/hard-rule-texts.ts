import type { Rule } from "../../model/finding.ts";

/** What each hard rule means, for `goldpan explain H2`; sorted by number. */
export const hardRuleTexts: readonly Rule[] = [
  {
    code: "H1",
    name: "different-credit-codes",
    zh: "两个有效且不同的统一社会信用代码永不合并",
    en: "Two valid and different credit codes are never the same customer",
  },
  {
    code: "H2",
    name: "different-branches",
    zh: "分公司不与总公司或其他分公司合并",
    en: "A branch is never its parent, nor another branch",
  },
  {
    code: "H3",
    name: "same-group",
    zh: "字号相同但行业不同, 或一方是集团: 最多由人裁决",
    en: "The same brand in another trade, or a group beside its member: at most a person may say so",
  },
  {
    code: "H4",
    name: "different-regions",
    zh: "地区不同且没有其他强证据: 最多由人裁决",
    en: "Regions differ and nothing strong is shared: at most a person may say so",
  },
  {
    code: "H5",
    name: "different-ordinals",
    zh: "序号不同 (一店与二店) 永不合并",
    en: "Different ordinals (shop 1 and shop 2) are never the same",
  },
  {
    code: "H6",
    name: "name-gate",
    zh: "名称互相矛盾: 最多由人裁决",
    en: "Names disagree: at most a person may say that they are the same",
  },
  {
    code: "H7",
    name: "title-is-no-name",
    zh: "只有通用词的字号 (科技, 国际), 或只有姓氏和称谓 (王总), 不足以合并",
    en: "A brand of generic words (科技, 国际), or a surname with a title (王总), never makes two records one by itself",
  },
  {
    code: "H8",
    name: "equal-credit-codes",
    zh: "有效的统一社会信用代码相同即为同一客户; 名称矛盾时由人核实",
    en: "Equal valid credit codes are the same customer; where the names disagree a person must look",
  },
  {
    code: "H9",
    name: "decided-by-a-person",
    zh: "人的裁决优先于权重",
    en: "What a person decided outranks the weights",
  },
  {
    code: "H10",
    name: "person-or-company",
    zh: "个人与企业: 最多由人裁决",
    en: "A person against a company: at most a person may say that they are the same",
  },
];
