import { withoutWords } from "./amount-words.ts";
import { readCurrency } from "./currency.ts";
import { plainNumber, type Quantity, readQuantity } from "./quantity.ts";

export interface AmountReading {
  readonly display: string;
  /** Hundredths; the lower end of a range. */
  readonly minor: bigint;
  readonly currency: string;
  /** Codes of the findings. */
  readonly codes: readonly string[];
}

interface Qualified {
  /** "约" or "". */
  readonly about: string;
  /** "以上", "以下" or "". */
  readonly bound: string;
  /** "/年" or "". */
  readonly per: string;
  readonly rest: string;
}

const aboutWord = /^(?:大?约|近|将近|~)|(?:左右|上下)$/;
const aboveWord = /^(?:≥|>=?|超过|不低于|不少于|大于|至少)|(?:以上|起|\+|(?<=\d)多)$/;
const belowWord = /^(?:≤|<=?|不超过|低于|少于|小于|不到|不足)|(?:以下|以内)$/;
/** 人民币: and (人民币) for 人民币. */
const currencyMark = /\((人民币|RMB|CNY|美元|USD)\)|(?<=^)(人民币|RMB|CNY|USD):/gi;
const commaDecimal = /^\d{1,3}(?:\.\d{3})+,\d+$|^\d+,\d{1,2}$/;
const perWord = /(?:\/|每)(年|月|季度?|天|日|次|台|套|件)$/;
const range = /^从?([^~～至到—-]+)[-~～至到—]+([^~～至到—-]+)$/;

/**
 * An amount of money. `"50-100万"` -> display "500000-1000000", minor 50000000n;
 * `"100万美元"` -> display "1000000 USD". What is no amount -> the code that says why.
 */
export function readAmount(written: string): AmountReading | string {
  const whole = written
    .normalize("NFKC")
    .replace(/[\s\p{Cf}']|\(含\)/gu, "")
    .replace(currencyMark, "$1$2");
  const { text, words } = withoutWords(whole);
  if (/^(?:面议|保密|另议|电议|不便透露|未披露)$/.test(text)) return "N903";
  const { currency, rest, isAssumed } = readCurrency(text);
  const qualified = readQualifiers(rest);
  const ends = readEnds(qualified.rest);
  if (ends === undefined) return commaDecimal.test(text) ? "N902" : "N901";
  const codes = [...codesOf(ends, qualified, isAssumed), ...(words === "" ? [] : ["N917"])];
  const numbers = ends.map(({ minor }) => plainNumber(minor)).join("-");
  const { about, bound, per } = qualified;
  const suffix = currency === "CNY" ? "" : ` ${currency}`;
  const display = `${about}${numbers}${bound}${per}${suffix}`;
  return { display, minor: ends[0]?.minor ?? 0n, currency, codes };
}

function readQualifiers(text: string): Qualified {
  const per = perWord.exec(text)?.[1];
  const unbounded = text.replace(perWord, "");
  const isMore = /(?<=\d)多(?=[万亿千百元块])/.test(unbounded);
  const bound =
    isMore || aboveWord.test(unbounded) ? "以上" : belowWord.test(unbounded) ? "以下" : "";
  const exact = unbounded
    .replace(/(?<=\d)多/, "")
    .replace(aboveWord, "")
    .replace(aboveWord, "")
    .replace(belowWord, "");
  const about = aboutWord.test(exact) ? "约" : "";
  return {
    about,
    bound,
    per: per === undefined ? "" : `/${per}`,
    rest: exact.replace(aboutWord, ""),
  };
}

/** One quantity, or the two ends of a range. */
function readEnds(text: string): readonly Quantity[] | undefined {
  const single = readSigned(text);
  if (single !== undefined) return [single];
  const [, first = "", last = ""] = range.exec(text) ?? [];
  const [low, high] = [readQuantity(first), readQuantity(last)];
  return low === undefined || high === undefined ? undefined : rangeOf(low, high);
}

/** "50-100万": the unit of the second end counts for the first. */
function rangeOf(low: Quantity, high: Quantity): readonly Quantity[] | undefined {
  if (isUnclear(low, high)) return undefined;
  const start = low.unit === 1n ? { ...low, minor: low.minor * high.unit } : low;
  if (start.minor <= high.minor) return [start, high];
  // 8500到3万: with the unit the first end would be the greater one.
  return low.minor <= high.minor ? [low, high] : undefined;
}

/** "二到三百" and "一千到两千万": the unit may belong to the one end or to both. */
function isUnclear(low: Quantity, high: Quantity): boolean {
  if (low.unit === 1n) return high.unit > 1n && high.unit < 1000n;
  return low.unit < 10_000n && high.minor >= low.minor * 1000n;
}

/** "(1,200.00)", "-1,200" and SAP's "1200.00-" are below zero. */
function readSigned(text: string): Quantity | undefined {
  const inner = /^\((.+)\)$/.exec(text) ?? /^[-−负](.+)$/.exec(text) ?? /^(.+)-$/.exec(text);
  const quantity = readQuantity(inner?.[1] ?? text);
  if (quantity === undefined || inner === null) return quantity;
  return { ...quantity, minor: -quantity.minor };
}

function codesOf(
  ends: readonly Quantity[],
  { about, bound }: Qualified,
  isAssumed: boolean,
): string[] {
  const isInexact = ends.length > 1 || about !== "" || bound !== "";
  return [
    ...(isInexact ? ["N904"] : []),
    ...(isAssumed ? ["N905"] : []),
    ...(ends.some(({ isScientific }) => isScientific) ? ["N906"] : []),
    ...(ends.some(({ isRounded }) => isRounded) ? ["N908"] : []),
  ];
}
