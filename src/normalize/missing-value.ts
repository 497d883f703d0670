import type { Normalized, NormalizeOptions } from "../model/normalizer.ts";
import type { Rule } from "../model/finding.ts";
import { isLetterOf, letterSet } from "../text/letter-set.ts";
import { withoutInvisible } from "../text/width.ts";
import { outcomeOf } from "./outcome.ts";

/** What people and programs write where there is no value; compared in lower case. */
const placeholders: ReadonlySet<string> = new Set([
  "[not provided]",
  ...`- -- --- — —— / // \\ . 。 * ** *** ? ？ ?? 、 _ __ 无 無 没有 暂无 暂缺 未知 不详 未填 未填写 未提供 空 空白
  待补充 待定 待完善 无电话 无手机 无邮箱 无地址 无联系人 无联系方式 暂无电话 暂无邮箱 暂无联系方式 未留电话 未提供电话 n/a na n.a. null none nil undefined nan \\n (null) (空) (空白) <null> 同上 见上 如上 详见备注 拒绝提供 拒绝透露 不提供 不知道 未告知
  未匹配 未匹配到 未匹配到相关企业 xxx 某某 测试 test`.split(/\s+/),
]);

/** What they begin with, in either case. */
const firstLetters = [...placeholders]
  .map((word) => word.charAt(0) + word.charAt(0).toUpperCase())
  .join("");
const mayBegin = letterSet(`${firstLetters}#`);

/** Letters with no other form than their own, of those the ones that begin no placeholder: a cheap test before any other. */
function beginsValue(raw: string): boolean {
  const code = raw.charCodeAt(0);
  const isPlain = (code >= 0x4e00 && code <= 0x9fff) || (code > 0x20 && code < 0x7f);
  return isPlain && !isLetterOf(mayBegin, raw, 0);
}

const formulaError =
  /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|GETTING_DATA|SPILL!|CALC!|#+)$/i;
const longestPlaceholder = 14;

/** `"无"` -> "N003", `"#N/A"` -> "N002", `"华宸"` -> undefined; an empty cell -> "" */
export function missingCode(raw: string): "" | "N002" | "N003" | undefined {
  if (beginsValue(raw)) return undefined;
  const text = plain(raw);
  if (text === "") return "";
  if (text.length > longestPlaceholder) return undefined;
  if (text.startsWith("#") && formulaError.test(text)) return "N002";
  return isLetterOf(mayBegin, text, 0) && placeholders.has(text.toLowerCase()) ? "N003" : undefined;
}

/** Only what is neither ASCII nor Han can be invisible, full width or a wide space. */
function plain(raw: string): string {
  const text = raw.trim();
  const isPlain = text.length > longestPlaceholder || !/[^!-~\u4e00-\u9fff]/.test(text);
  return isPlain ? text : withoutInvisible(text).normalize("NFKC").trim();
}

/**
 * The outcome for a cell without a value, or undefined when it has one. A placeholder or a formula
 * error becomes an empty value with a finding; an empty cell has no finding.
 * `"无"` -> no items, display "", finding N003
 */
export function missingValue(raw: string, options: NormalizeOptions): Normalized | undefined {
  const code = missingCode(raw);
  if (code === undefined) return undefined;
  const steps = [{ rule: code === "" ? "N103" : code, text: "" }];
  const finding = { code, severity: "info", value: raw } as const;
  return outcomeOf(raw, { items: [], steps, findings: code === "" ? [] : [finding] }, options);
}

/** The rules of missing values, and of values that a field has no room for. */
export const missingValueRules: readonly Rule[] = [
  {
    code: "N001",
    name: "surplus-value",
    zh: "单值字段中有多个值，只保留第一个",
    en: "The field holds one value but the cell has several; the first is kept",
  },
  {
    code: "N002",
    name: "formula-error",
    zh: "单元格是 Excel 公式错误或列宽不足的 ####，按空值处理",
    en: "The cell holds an Excel formula error or ####; it counts as empty",
    example: ["#N/A", ""],
    fix: "safe",
  },
  {
    code: "N003",
    name: "placeholder",
    zh: "占位文字按空值处理",
    en: "A word that stands for no value counts as empty",
    example: ["暂无", ""],
    fix: "safe",
  },
];
