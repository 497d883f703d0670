/** An amount without the words beside it. */
export interface BareAmount {
  readonly text: string;
  /** 预计, 年采购额, 含税: what was taken off, "" for nothing that says anything. */
  readonly words: string;
}

const before =
  /^(?:(?:预计|预估|估计|大概|年?采购额|年?销售额|年?营业额|合同金?额|成交金?额|订单金?额|项目金?额|总?金额|总?价款?|单价|报价|价格|费用|合计|总计|共计?|小计|实收|应收|应付|已付|未付|注册资[本金]|注册|不含税价?|含税价?|未税价?|税前|税后)[:：为是]?)+/;
const behind = /[(（]?(?:不含税|含税|未税|税前|税后|不含运费|含运费|包邮|大写|预计|预估)[)）]?$/;
const english: readonly (readonly [RegExp, string])[] = [
  [/(?<=\d)million$/i, "百万"],
  [/(?<=\d)billion$/i, "十亿"],
  [/(?<=\d)thousand$/i, "千"],
];

/** `"年采购额:50万元(含税)"` -> "50万元", words "年采购额: (含税)"; `"+100."` -> "100" */
export function withoutWords(written: string): BareAmount {
  const text = written.replace(before, "").replace(behind, "");
  const words = text === written ? "" : written.replace(text, " ").trim();
  const plain = text
    .replace(/^[+=:：]+/, "")
    .replace(/(?<=[\d元])[.。]$/, "")
    .replace(/^\.(?=\d)/, "0.");
  return { text: english.reduce((rest, [word, unit]) => rest.replace(word, unit), plain), words };
}
