import { isPlainHan } from "../../text/plain-han.ts";
import { isSurname, looksLikeName } from "../person-name/surname.ts";
import { splitTitle } from "../person-name/title.ts";
import words from "./data/note-words.json" with { type: "json" };

const noteWords: ReadonlySet<string> = new Set(words.flatMap((line) => line.split(" ")));
export const longestNoteWord: number = Math.max(...[...noteWords].map(({ length }) => length));
const separator = /[,，、;；/\s]+/;
const longestRemark = 24;
/** Said about a customer, never part of a company's name. */
const remarks: readonly RegExp[] = [
  /[请勿]勿|勿[用动扰发]|不[要用再能]|停用|停业|禁用|重复|黑名单|注销|吊销|作废|倒闭|失信|流失|欠款|逾期|合并[到至入]|迁[往至到入出]|更名中|变更中|暂定|筹[建备]|拟[定用设]/,
  /(?:客户|供应商|代理商?|经销商|介绍|推荐|负责|跟进|联系人?|转来|名下|旗下|在用|停产)$/,
  /^(?:[A-DSV]|[A-DS]\d?[级类]|S?VIP\d?)(?:客户)?$/i,
  /(?:纳税人|独资|[台港外日美韩合民国]资|上市公司|三板|[央国民]企|最终用户|中间商|贸易商|抬头)$/,
  /^(?:统一社会信用代码|信用代码|税号|电话|手机|座机|微信|QQ|地址|详见|参见|见|代|终端|备注|自\d|截至|\d{4}[年.\-/])/i,
  /^(?:人事|行政|采购|财务|销售|市场|技术|研发|工程|生产|品质|质量|设备|物流|仓储|信息|法务|客服|后勤|基建|招商|商务|业务|物资|总务|综合)(?:[一二三]?[部科处室]|部门|中心)$/,
];

/** Every part between commas is a status word: `"原单一，已转出"` -> true */
export function isStatus(text: string): boolean {
  if (isPlainHan(text) || !separator.test(text)) return noteWords.has(text);
  return text.split(separator).every((part) => noteWords.has(part));
}

/**
 * Whether a text beside a company's name speaks about the customer: `"重复，请勿使用"`, `"A级客户"`,
 * `"王经理介绍"`, `"采购部"` -> true; `"龙岗厂"`, `"安瑞五金"` -> false
 */
export function isRemark(text: string): boolean {
  if (isStatus(text)) return true;
  return (
    text.length <= longestRemark && (remarks.some((each) => each.test(text)) || isPerson(text))
  );
}

/** 张总, 王经理, 张三(经理): somebody to talk to there. */
function isPerson(text: string): boolean {
  const [name, title] = splitTitle(text);
  return title !== "" && text.length <= 8 && (isSurname(name) || looksLikeName(name));
}
