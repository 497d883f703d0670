import type { Rule } from "../model/finding.ts";
import type { Normalized, Normalizer, NormalizeOptions } from "../model/normalizer.ts";
import { foldKey } from "../text/fold.ts";
import { missingValue } from "./missing-value.ts";
import { outcomeOf } from "./outcome.ts";
import { readWriting } from "./writing.ts";

/**
 * Plain text: invisible letters, full-width letters and spare spaces go, the words stay.
 * `"Ａ类  客户"` -> display "A类 客户", key "a类客户"
 */
export const text: Normalizer<undefined> = {
  name: "text",
  observe: () => undefined,
  normalize: (raw, _context, options) => missingValue(raw, options) ?? readText(raw, options),
};

function readText(raw: string, options: NormalizeOptions): Normalized {
  const { text: display, steps, findings, isLost } = readWriting(raw);
  const key = isLost ? "" : foldKey(display);
  const items = display === "" ? [] : [{ display, key, written: raw }];
  return outcomeOf(raw, { items, steps, findings }, options);
}

/** The rules that every text goes through. */
export const textRules: readonly Rule[] = [
  {
    code: "N101",
    name: "full-width",
    zh: "全角字母、数字、括号转半角",
    en: "Full-width letters, digits and brackets become plain ones",
    example: ["ＡＢＣ（北京）", "ABC(北京)"],
    fix: "safe",
  },
  {
    code: "N102",
    name: "invisible-letter",
    zh: "删除不可见字符",
    en: "Invisible letters are removed",
    fix: "safe",
  },
  {
    code: "N103",
    name: "spare-space",
    zh: "删除多余空格",
    en: "Spare spaces are removed",
    example: ["华宸  精密 ", "华宸 精密"],
    fix: "safe",
  },
  {
    code: "N104",
    name: "radical-letter",
    zh: "部首字符、兼容字符换成正字",
    en: "Radicals and compatibility letters become the ordinary letter",
    example: ["⾦龙", "金龙"],
    fix: "safe",
  },
  {
    code: "N105",
    name: "mojibake-repaired",
    zh: "按错误编码打开的乱码还原为原文",
    en: "Text that was decoded by the wrong encoding is read again; every byte goes back",
    example: ["鏌冲窞鍥借仈", "柳州国联"],
    fix: "safe",
  },
  {
    code: "N106",
    name: "mojibake-lost",
    zh: "乱码中有字节已丢失，无法还原，需从来源重新导出",
    en: "Bytes of this text are lost and cannot be told again; export it anew",
    example: ["锟斤拷锟斤拷", "锟斤拷锟斤拷"],
  },
  {
    code: "N107",
    name: "pinyin-annotation",
    zh: "删除网页防复制加入的拼音注音",
    en: "Readings that copy protection of web pages puts behind letters are removed",
    example: ["數(shù)字化", "数字化"],
    fix: "safe",
  },
  {
    code: "N108",
    name: "half-letter-shift",
    zh: "半个汉字丢失使其后文字错位，可还原为所示文字，首字需人工补上",
    en: "Half a letter is lost and every later one is shifted; the rest can be told, its first letter cannot",
    example: ["或?⒕邆洹爸悄苌虣C(", "或?具備“智能商機("],
    fix: "needs-review",
  },
  {
    code: "N109",
    name: "traditional-text",
    zh: "繁体书写的内容转为简体",
    en: "Text in traditional letters is written in simplified ones",
    example: ["華為技術有限公司", "华为技术有限公司"],
    fix: "safe",
  },
];
