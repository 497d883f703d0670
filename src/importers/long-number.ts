const [space, hyphen, zero, nine] = [0x20, 0x2d, 0x30, 0x39];
const shortest = 15;

/**
 * Is there a run of fifteen digits or more, be they set apart by spaces or hyphens? Looks at every
 * fifteenth byte only, as long as it is no digit.
 * `"张三 110105491231002"` -> true, `"0755-12345678"` -> false
 */
export function hasLongNumber(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start + shortest - 1; at < end; at += shortest) {
    if (!isPartOfNumber(bytes[at])) continue;
    let from = at;
    while (from > start && isPartOfNumber(bytes[from - 1])) from -= 1;
    while (at + 1 < end && isPartOfNumber(bytes[at + 1])) at += 1;
    if (at + 1 - from >= shortest) return true;
  }
  return false;
}

function isPartOfNumber(byte: number = 0): boolean {
  return (byte >= zero && byte <= nine) || byte === space || byte === hyphen;
}
