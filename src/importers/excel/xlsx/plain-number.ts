const [minus, point, zero, nine] = [45, 46, 48, 57];
/** Excel holds 15 digits; fractions that are longer are looked at as numbers. */
const mostLetters = 15;

/**
 * Are these bytes a number whose text is what stands there? `13800138000`, `-0.5`; not `1E3`, `007`,
 * `1.50`, `-0`. A whole number is, however long: a program that wrote all digits of an id has lost none.
 */
export function isPlainNumber(bytes: Uint8Array, from: number, to: number): boolean {
  const isNegative = bytes[from] === minus;
  const start = isNegative ? from + 1 : from;
  const wholeEnd = endOfDigits(bytes, start, to);
  if (wholeEnd === start || (bytes[start] === zero && wholeEnd > start + 1)) return false;
  if (wholeEnd === to) return !isNegative || bytes[start] !== zero;
  const isShort = to - start <= mostLetters;
  return isShort && bytes[wholeEnd] === point && isFraction(bytes, wholeEnd + 1, to);
}

function isFraction(bytes: Uint8Array, start: number, to: number): boolean {
  return start < to && endOfDigits(bytes, start, to) === to && bytes[to - 1] !== zero;
}

function endOfDigits(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && (bytes[at] ?? 0) >= zero && (bytes[at] ?? 0) <= nine) at += 1;
  return at;
}

/**
 * The number that these bytes are, when they are digits with at most one point and few enough to be
 * exact: a whole number below 2^53 through a power of ten is rounded once, as `Number` rounds it. NaN
 * for all others.
 */
export function shortNumber(bytes: Uint8Array, from: number, to: number): number {
  if (to - from > mostLetters) return Number.NaN;
  const wholeEnd = endOfDigits(bytes, from, to);
  const hasPoint = wholeEnd < to && bytes[wholeEnd] === point;
  const end = hasPoint ? endOfDigits(bytes, wholeEnd + 1, to) : wholeEnd;
  const decimals = hasPoint ? end - wholeEnd - 1 : 0;
  if (end !== to || wholeEnd - from + decimals === 0) return Number.NaN;
  let digits = 0;
  for (let at = from; at < to; at += 1) {
    if (at !== wholeEnd) digits = digits * 10 + (bytes[at] ?? 0) - zero;
  }
  return digits / 10 ** decimals;
}
