import type { Rule } from "../model/finding.ts";
import type { Normalized, Normalizer, NormalizeOptions } from "../model/normalizer.ts";
import { plainNumber, readQuantity } from "./amount/quantity.ts";
import { missingValue } from "./missing-value.ts";
import { outcomeOf } from "./outcome.ts";

const counted = /(?:多|余)?(?:人|名|个|家|台|套|件|次|条|岁|天|年|秒钟?|分钟?|小时)$/;
const plainDecimal = /^([-+]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;

/**
 * Plain numbers. `"1,200人"` -> display and key "1200", `"12%"` -> "0.12"; a range ("50-99人") stays
 * a range without a key. A text that is no number stays as written, has no item and a finding.
 */
export const number: Normalizer<undefined> = {
  name: "text",
  observe: () => undefined,
  normalize: (raw, _context, options) => missingValue(raw, options) ?? readCell(raw, options),
};

function readCell(raw: string, options: NormalizeOptions): Normalized {
  const text = raw
    .normalize("NFKC")
    .replace(/[\s\p{Cf}']/gu, "")
    .replace(counted, "");
  const single = readNumber(text);
  const range = single === undefined ? readRange(text) : undefined;
  const display = single ?? range;
  if (display === undefined) {
    const findings = [{ code: "N910", severity: "warning", value: raw } as const];
    return outcomeOf(raw, { items: [], steps: [], findings }, options);
  }
  const findings =
    range === undefined ? [] : [{ code: "N916", severity: "info", value: raw } as const];
  const items = [{ display, key: single ?? "", written: raw }];
  return outcomeOf(raw, { items, steps: [{ rule: "N911", text: display }], findings }, options);
}

function readNumber(text: string): string | undefined {
  const isPercent = text.endsWith("%");
  const match = plainDecimal.exec(isPercent ? text.slice(0, -1) : text);
  if (match !== null) return decimal(match, isPercent ? 2 : 0);
  const quantity = isPercent ? undefined : readQuantity(text);
  return quantity === undefined || quantity.isRounded ? undefined : plainNumber(quantity.minor);
}

/** Without thousands separators, leading and trailing zeros; the point `shift` places to the left. */
function decimal([, sign = "", whole = "", fraction = ""]: RegExpExecArray, shift: number): string {
  const digits = whole.replaceAll(",", "").padStart(shift + 1, "0");
  const point = digits.length - shift;
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, "");
  const right = (digits.slice(point) + fraction).replace(/0+$/, "");
  const value = right === "" ? left : `${left}.${right}`;
  return sign === "-" && value !== "0" ? `-${value}` : value;
}

function readRange(text: string): string | undefined {
  const [first, last, ...more] = text.split(/[-~～至到—]+/);
  const ends = [first, last].map((end) => readNumber((end ?? "").replace(counted, "")));
  return more.length > 0 || ends.includes(undefined) ? undefined : ends.join("-");
}

/** The rules of numbers. */
export const numberRules: readonly Rule[] = [
  {
    code: "N910",
    name: "number-invalid",
    zh: "不是数字，保留原文",
    en: "Not a number; it stays as written",
    example: ["若干", "若干"],
    fix: "needs-review",
  },
  {
    code: "N911",
    name: "number-format",
    zh: "数字去掉千位分隔符和量词",
    en: "A number is written without thousands separators and counting words",
    example: ["1,200人", "1200"],
    fix: "safe",
  },
  {
    code: "N916",
    name: "number-range",
    zh: "数字是一个区间",
    en: "The number is a range",
    example: ["50-99人", "50-99"],
  },
];
