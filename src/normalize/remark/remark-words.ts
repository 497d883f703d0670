import words from "./data/remark-words.json" with { type: "json" };

const departments = longestFirst(words.departments);
const regions = longestFirst(words.regions);
const forms = longestFirst(words.forms);
const trades = longestFirst(words.trades);
const tag =
  /VIP|客户$|会员|伙伴$|[代经]理?[理销]商$|供应商$|消费|频次|意向|合作$|^(?:老客|新客|潜力|潜在|重点|同行|朋友|已成交|未成交|待跟进|转介绍)/i;

function longestFirst(list: string): readonly string[] {
  return list.split(" ").sort((left, right) => right.length - left.length);
}

/** `"VIP客户"`, `"首次合作"` -> true */
export function isTag(token: string): boolean {
  return tag.test(token);
}

/** `"采购部经理"` -> ["采购部", "经理"]; undefined when no department stands in front */
export function splitDepartment(token: string): readonly [string, string] | undefined {
  const known = departments.find((each) => token.startsWith(each));
  const name = known ?? /^\p{Script=Han}{2,5}?(?:部门|部|科|车间)/u.exec(token)?.[0];
  return name === undefined ? undefined : [name, token.slice(name.length)];
}

/** `"上海XX"` -> "上海"; "" when it does not start with a province or prefecture */
export function regionAtStart(token: string): string {
  return regions.find((each) => token.startsWith(each)) ?? "";
}

/** `"华东机电"` -> true: it ends like a company, or names a place and more */
export function looksLikeCompany(token: string): boolean {
  const isLong = token.length >= 4;
  if (forms.some((form) => token.endsWith(form) && token.length > form.length)) return true;
  if (isLong && trades.some((trade) => token.endsWith(trade) && token.length > trade.length))
    return true;
  const region = regionAtStart(token);
  return (
    region !== "" &&
    token.length >= region.length + 2 &&
    !/^[省市区县]/.test(token.slice(region.length))
  );
}
