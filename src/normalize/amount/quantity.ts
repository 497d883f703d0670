import { chineseNumber } from "./chinese-number.ts";

/** A quantity in hundredths (分 of 元); `unit` is what its unit word multiplies by. */
export interface Quantity {
  readonly minor: bigint;
  readonly unit: bigint;
  /** Smaller parts than hundredths were rounded away. */
  readonly isRounded: boolean;
  /** Written like "1.2E+07": digits may be lost. */
  readonly isScientific: boolean;
}

const units: Readonly<Record<string, bigint>> = {
  百: 100n,
  佰: 100n,
  千: 1000n,
  仟: 1000n,
  k: 1000n,
  万: 10_000n,
  萬: 10_000n,
  w: 10_000n,
  十万: 100_000n,
  百万: 1_000_000n,
  m: 1_000_000n,
  千万: 10_000_000n,
  kw: 10_000_000n,
  十亿: 1_000_000_000n,
  亿: 100_000_000n,
  億: 100_000_000n,
  万亿: 1_000_000_000_000n,
};
const arabic =
  /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(百|千|k|万|萬|w|十万|百万|m|千万|kw|十亿|亿|億|万亿)?(?:元|圆|块)?钱?[整正]?$/i;
const scientific = /^(\d)(?:\.(\d+))?E\+?(\d{1,2})$/i;
const spoken = /^(?:(.+?)(?:[元圆块]|$))?(?:(.)[角毛])?零?(?:(.)分)?[整正]?$/;

/** `"1.8亿"` -> 18000000000 minor, `"壹佰元伍角"` -> 10050 minor; "1.234,56" and words -> undefined */
export function readQuantity(text: string): Quantity | undefined {
  return readArabic(text) ?? readScientific(text) ?? readMixed(text) ?? readSpoken(text);
}

const mixedParts = /(\d+(?:\.\d+)?)(千万|百万|十万|[亿億万萬千百])?/g;
const mixed = /^(?:\d+(?:\.\d+)?(?:千万|百万|十万|[亿億万萬千百])){1,4}(?:\d+)?$/;

/** "1亿2千万", "12万3456元": parts whose units fall; "1万5" is 15000 as people say it. */
function readMixed(text: string): Quantity | undefined {
  const plain = text.replace(/(?:元|圆|块)?钱?[整正]?$/, "");
  if (!mixed.test(plain)) return undefined;
  let total = 0n;
  let unit = 0n;
  for (const [, number = "", word = ""] of plain.matchAll(mixedParts)) {
    const next = unitOf(word, number, unit);
    const part = (readArabic(number)?.minor ?? 0n) * next;
    if (unit !== 0n && part >= unit * 100n) return undefined;
    total += part;
    unit = next;
  }
  return { minor: total, unit, isRounded: false, isScientific: false };
}

/** 5 behind 万 is five thousand. */
function unitOf(word: string, number: string, before: bigint): bigint {
  const isSpoken = word === "" && number.length === 1 && before >= 100n;
  return isSpoken ? before / 10n : (units[word] ?? 1n);
}

function readArabic(text: string): Quantity | undefined {
  const [, whole, fraction = "", word = ""] = arabic.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const unit = units[word.toLowerCase()] ?? 1n;
  return scaled(BigInt(whole.replaceAll(",", "") + fraction) * unit, fraction.length, unit);
}

function readScientific(text: string): Quantity | undefined {
  const [, first, fraction = "", exponent = "0"] = scientific.exec(text) ?? [];
  if (first === undefined) return undefined;
  const value = scaled(BigInt(first + fraction) * 10n ** BigInt(exponent), fraction.length, 1n);
  return { ...value, isScientific: true };
}

/** `digits` / 10^`decimals` in hundredths, a half rounds away from zero. */
function scaled(digits: bigint, decimals: number, unit: bigint): Quantity {
  const divisor = 10n ** BigInt(decimals);
  const hundredths = digits * 100n;
  const isRounded = hundredths % divisor !== 0n;
  return { minor: (hundredths + divisor / 2n) / divisor, unit, isRounded, isScientific: false };
}

function readSpoken(text: string): Quantity | undefined {
  const match = spoken.exec(
    text.replace(/[整正钱]$/, "").replace(/(?<=[一二两三四五六七八九十])个(?=[万亿])/, ""),
  );
  if (match === null || text === "") return undefined;
  const [whole, tenths, hundredths] = [match[1], match[2], match[3]].map((part) =>
    part === undefined ? 0n : wholeNumber(part),
  );
  if (whole === undefined || tenths === undefined || hundredths === undefined) return undefined;
  const minor = whole * 100n + tenths * 10n + hundredths;
  return {
    minor,
    unit: units[match[1]?.slice(-1) ?? ""] ?? 1n,
    isRounded: false,
    isScientific: false,
  };
}

function wholeNumber(text: string): bigint | undefined {
  return /^\d+$/.test(text) ? BigInt(text) : chineseNumber(text);
}

/** `123450n` -> "1234.5", `-10000n` -> "-100" */
export function plainNumber(minor: bigint): string {
  const sign = minor < 0n ? "-" : "";
  const digits = String(minor < 0n ? -minor : minor).padStart(3, "0");
  const fraction = digits.slice(-2).replace(/0+$/, "");
  return `${sign}${digits.slice(0, -2)}${fraction === "" ? "" : "."}${fraction}`;
}
