/** One more than the largest hash. */
export const hashSpace: number = 2 ** 52;

/**
 * 52 bits of a text, the same on every machine: two multiply-xor chains over its UTF-16 units,
 * finished as MurmurHash3 is. Texts of one seed that are equal have equal hashes; a million
 * different ones share none with a chance of 9,999 in 10,000.
 */
export function textHash(text: string, seed = 0): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return (high & 0xfffff) * 0x100000000 + (low >>> 0);
}
