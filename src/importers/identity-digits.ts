const [space, hyphen, zero, one, two, three, eight, nine] = [
  0x20, 0x2d, 0x30, 0x31, 0x32, 0x33, 0x38, 0x39,
];
const [capitalX, smallX] = [0x58, 0x78];
const shortest = 15;

/**
 * Could there be the identity number of a person (GB 11643-1999, or the fifteen digits before it), be
 * it set apart by spaces or hyphens? `false` is certain. Looks at every fifteenth byte only, as long
 * as it is no digit, and then at where region and birthday would stand.
 * `"张三 11010519491231002X"` -> true, `"91310115MA1K4ABC91"` -> false, `"021-84126915"` -> false
 */
export function mayHoldIdentity(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start + shortest - 1; at < end; at += shortest) {
    if (!isPartOfNumber(bytes[at])) continue;
    let from = at;
    while (from > start && isPartOfNumber(bytes[from - 1])) from -= 1;
    while (at + 1 < end && isPartOfNumber(bytes[at + 1])) at += 1;
    if (at + 1 - from >= shortest && isLikely(bytes, from, at + 1)) return true;
  }
  return false;
}

function isPartOfNumber(byte: number = 0): boolean {
  return isBetween(byte, zero, nine) || byte === space || byte === hyphen;
}

function isBetween(byte: number = 0, low: number, high: number): boolean {
  return byte >= low && byte <= high;
}

/** Digits, spaces and hyphens: only whole digits are worth a closer look. */
function isLikely(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!isBetween(bytes[at], zero, nine)) return true;
  if (!isBetween(bytes[from], one, eight)) return false;
  const length = to - from;
  if (length === shortest) return isMonthAndDay(bytes, from + 8);
  const hasEnd = length === 18 || (length === 17 && isX(bytes[to]));
  return hasEnd && isBetween(bytes[from + 6], one, two) && isMonthAndDay(bytes, from + 10);
}

function isX(byte: number | undefined): boolean {
  return byte === capitalX || byte === smallX;
}

/** Tens of the month and of the day; the year of eighteen letters begins with 1 or 2. */
function isMonthAndDay(bytes: Uint8Array, at: number): boolean {
  return isBetween(bytes[at], zero, one) && isBetween(bytes[at + 2], zero, three);
}
