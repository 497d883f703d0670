/** Why a load leaves something out: a whole golden record (L1xx) or one of its values (L2xx). */
export type LoadReasonCode = keyof typeof loadReasons;

/** `{detail}` stands for what follows the code: rows, a column, an entity. Sorted by code. */
export const loadReasons = {
  L101: {
    name: "not-selected",
    en: "not selected by `--where`",
    zh: "不在 `--where` 范围内",
  },
  L102: {
    name: "review-pending",
    en: "a pair with it waits for a decision",
    zh: "有记录对待裁决",
  },
  L103: {
    name: "deleted-in-store",
    en: "somebody deleted its row in the CRM",
    zh: "其行已在 CRM 中被删除",
  },
  L104: {
    name: "ambiguous-rows",
    en: "several rows of the CRM fit: {detail}",
    zh: "CRM 中有多行符合: {detail}",
  },
  L105: {
    name: "row-taken",
    en: "row {detail} belongs to another golden record",
    zh: "行 {detail} 已属于另一条黄金记录",
  },
  L106: {
    name: "value-required",
    en: "the CRM needs a value for `{detail}`",
    zh: "CRM 要求 `{detail}` 有值",
  },
  L107: {
    name: "value-too-long",
    en: "a value is longer than `{detail}` allows",
    zh: "值超过 `{detail}` 的长度",
  },
  L108: {
    name: "parent-not-loaded",
    en: "its {detail} is not loaded",
    zh: "其 {detail} 未加载",
  },
  L109: {
    name: "refused-by-store",
    en: "the CRM refused it: {detail}",
    zh: "CRM 拒绝写入: {detail}",
  },
  L201: {
    name: "value-unreadable",
    en: "the value cannot be read as its type ({detail})",
    zh: "值无法按其类型读取 ({detail})",
  },
  L202: {
    name: "value-rounded",
    en: "the amount was rounded to two decimals",
    zh: "金额已四舍五入到两位小数",
  },
  L203: {
    name: "reference-unknown",
    en: "it points to no golden record",
    zh: "指向的黄金记录不存在",
  },
  L204: {
    name: "reference-circular",
    en: "the link would close a circle",
    zh: "该链接会形成环",
  },
  L205: {
    name: "reference-not-loaded",
    en: "it points to a record that is not loaded ({detail})",
    zh: "指向的记录未加载 ({detail})",
  },
  L206: {
    name: "lookup-not-found",
    en: "`{detail}` has no row for it, or several",
    zh: "`{detail}` 中没有对应行, 或有多行",
  },
  L207: {
    name: "more-values",
    en: "the column holds one value, {detail} more were left out",
    zh: "该列只存一个值, 另有 {detail} 个未写入",
  },
} as const;

/** `loadReason("L104", "3, 8")` -> `"L104 3, 8"`, as plans and journals keep it */
export function loadReason(code: LoadReasonCode, detail = ""): string {
  return detail === "" ? code : `${code} ${detail}`;
}
