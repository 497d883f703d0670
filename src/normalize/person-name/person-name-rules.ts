import type { Rule } from "../../model/finding.ts";

/** The rules of names of persons. */
export const personNameRules: readonly Rule[] = [
  {
    code: "N702",
    name: "person-name-dot",
    zh: "姓名中的间隔号统一为 ·",
    en: "The dot inside a name is written as ·",
    example: ["阿卜杜拉.买买提", "阿卜杜拉·买买提"],
    fix: "safe",
  },
  {
    code: "N703",
    name: "person-not-a-name",
    zh: "不像人名，不参与匹配",
    en: "Does not look like the name of a person; it takes no part in matching",
    example: ["某某财务软件总代", "某某财务软件总代"],
    fix: "needs-review",
  },
  {
    code: "N704",
    name: "person-without-name",
    zh: "只有称呼，没有姓名",
    en: "A title or a pronoun without a name",
    example: ["女士", "女士"],
  },
  {
    code: "N705",
    name: "person-several",
    zh: "一个单元格里的多个姓名分开",
    en: "Several names in one cell are set apart",
    example: ["王伟、李娜", "王伟; 李娜"],
    fix: "safe",
  },
  {
    code: "N706",
    name: "person-beside-name",
    zh: "姓名旁另有部门、电话或备注，不参与匹配",
    en: "A department, a phone or a remark stands beside the name; it takes no part in matching",
    example: ["采购部李娜", "采购部李娜"],
  },
  {
    code: "N707",
    name: "person-masked",
    zh: "姓名中有字被隐去，不参与匹配",
    en: "Letters of the name are masked; it takes no part in matching",
    example: ["张*三", "张*三"],
  },
];
