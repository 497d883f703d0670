/**
 * Folds a value into a 32-bit hash (the finalizer of MurmurHash3). Equal inputs give equal keys on
 * every machine; unequal ones may collide, which costs a comparison and nothing else.
 */
export function mix(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ Math.imul(value, 0x9e3779b1), 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
