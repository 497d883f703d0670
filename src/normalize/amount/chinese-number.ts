const digits: Readonly<Record<string, bigint>> = Object.fromEntries(
  [
    "零〇○",
    "一壹",
    "二贰两貳兩",
    "三叁參",
    "四肆",
    "五伍",
    "六陆陸",
    "七柒",
    "八捌",
    "九玖",
  ].flatMap((letters, value) => [...letters].map((letter) => [letter, BigInt(value)])),
);
const smallUnits: Readonly<Record<string, bigint>> = {
  十: 10n,
  拾: 10n,
  百: 100n,
  佰: 100n,
  千: 1000n,
  仟: 1000n,
};
const bigUnits: Readonly<Record<string, bigint>> = {
  万: 10_000n,
  萬: 10_000n,
  亿: 100_000_000n,
  億: 100_000_000n,
};

/**
 * A whole number in Chinese letters. `"壹仟万"` -> 10000000n; in speech the last digit takes the
 * unit below: `"三千五"` -> 3500n, `"十万八"` -> 108000n. Anything else -> undefined.
 */
export function chineseNumber(text: string): bigint | undefined {
  const letters = [...text.replaceAll("廿", "二十").replaceAll("卅", "三十")];
  if (letters.length === 0 || !letters.every(isNumeral)) return undefined;
  if (!letters.some((letter) => letter in smallUnits || letter in bigUnits))
    return digitByDigit(letters);
  if (letters.some((letter, at) => isPlainDigit(letter) && isPlainDigit(letters[at + 1]))) {
    return undefined;
  }
  const state = { total: 0n, section: 0n, digit: 0n, lastUnit: 1n };
  for (const letter of letters) take(letter, state);
  return state.total + state.section + colloquialTail(state);
}

interface Sum {
  total: bigint;
  section: bigint;
  digit: bigint;
  lastUnit: bigint;
}

/** Two in a row are about ("三五百"), not a number. */
function isPlainDigit(letter: string | undefined): boolean {
  return (digits[letter ?? ""] ?? 0n) > 0n;
}

function isNumeral(letter: string): boolean {
  return letter in digits || letter in smallUnits || letter in bigUnits;
}

function take(letter: string, sum: Sum): void {
  const unit = smallUnits[letter];
  const bigUnit = bigUnits[letter];
  if (unit !== undefined) addSection(sum, unit);
  else if (bigUnit !== undefined) addTotal(sum, bigUnit);
  else {
    sum.digit = digits[letter] ?? 0n;
    // "一百零五" says that the five is a five.
    if (sum.digit === 0n) sum.lastUnit = 1n;
  }
}

function addSection(sum: Sum, unit: bigint): void {
  // "十二" has no digit before its ten.
  sum.section += (sum.digit === 0n ? 1n : sum.digit) * unit;
  sum.digit = 0n;
  sum.lastUnit = unit;
}

function addTotal(sum: Sum, unit: bigint): void {
  const before = sum.section + sum.digit;
  // "一万亿": the bigger unit multiplies all that stands before it.
  sum.total =
    unit > sum.total || before === 0n ? (sum.total + before) * unit : sum.total + before * unit;
  sum.section = 0n;
  sum.digit = 0n;
  sum.lastUnit = unit;
}

function colloquialTail({ digit, lastUnit }: Sum): bigint {
  return lastUnit >= 100n ? digit * (lastUnit / 10n) : digit;
}

function digitByDigit(letters: readonly string[]): bigint {
  return BigInt(letters.map((letter) => digits[letter] ?? 0n).join(""));
}
