import type { Rule } from "../model/finding.ts";

/** What beside the hard rules decided about a pair, as its reason names it. Sorted by code. */
export const pairMarks: readonly Rule[] = [
  {
    code: "BRIDGE",
    name: "weak-bridge",
    zh: "黄金记录仅靠这一对弱匹配相连: 先合并, 由人核实",
    en: "A golden record hangs by this one weak match: it is merged, and a person is asked",
  },
  {
    code: "CHAIN",
    name: "joined-through-others",
    zh: "两条记录本身不是匹配, 经同一簇的其他记录相连",
    en: "Two records that are no match by themselves are joined through others of their cluster",
  },
  {
    code: "CLUSTER",
    name: "clusters-do-not-fit",
    zh: "两条记录本身匹配, 但两簇其余记录不相符或规则禁止合并: 由人裁决",
    en: "Two records match, but the rest of their clusters does not fit together, or a rule keeps them apart: a person decides",
  },
  {
    code: "CONTEST",
    name: "rival-fits-better",
    zh: "另一条记录与其中之一更相符, 这一对因此减去权重",
    en: "Another record fits one of the two better, which takes weight from this pair",
  },
  {
    code: "KIN",
    name: "likelier-one-group",
    zh: "更像同一集团的两家公司: 不自动合并, 关系记为同集团",
    en: "Likelier two companies of one group: not merged unasked, their relation is the group",
  },
  {
    code: "TWIN",
    name: "likelier-similar-names",
    zh: "更像名称相近的两家公司: 不自动合并",
    en: "Likelier two companies of similar names: not merged unasked",
  },
];
