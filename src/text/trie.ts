/**
 * Words by their letters, for the longest match at a place of a text. One hash table of numbers
 * instead of nested maps: a step costs a few nanoseconds, mostly one access to memory, and nothing is
 * allocated.
 */
export interface Trie {
  /** Follow the letters backwards from the end of the word. */
  readonly isReversed: boolean;
  readonly longest: number;
  readonly mask: number;
  /** Two numbers a slot: node and letter together, and the node that they lead to; 0 where free. */
  readonly slots: Int32Array;
  /** Number of the word that ends at a node, counted from 1; 0 for none. */
  readonly words: Int32Array;
}

const root = 1;

/** A trie of `words`; the number of a word is its place in the list. Of two equal words the first counts. */
export function buildTrie(words: readonly string[], isReversed: boolean): Trie {
  const size = words.reduce((sum, { length }) => sum + length, 1);
  const mask = 2 ** Math.ceil(Math.log2(size * 2 + 2)) - 1;
  const trie: Trie = {
    isReversed,
    longest: words.reduce((most, { length }) => Math.max(most, length), 0),
    mask,
    slots: new Int32Array((mask + 1) * 2),
    words: new Int32Array(size + 1),
  };
  let count = root;
  words.forEach((word, number) => {
    let node = root;
    for (let step = 0; step < word.length; step += 1) {
      const letter = word.charCodeAt(isReversed ? word.length - 1 - step : step);
      const target = childOf(trie, node, letter, count + 1);
      count = Math.max(count, target);
      node = target;
    }
    if (trie.words[node] === 0) trie.words[node] = number + 1;
  });
  if (count >= mostNodes) throw new Error(`Too many words for a trie: ${count} nodes`);
  return trie;
}

/** The node that a letter leads to, `fresh` where there was none. */
function childOf({ slots, mask }: Trie, node: number, letter: number, fresh: number): number {
  const slot = slotOf(slots, mask, (node << 16) | letter);
  const target = slots[slot + 1] ?? 0;
  if (target !== 0) return target;
  slots[slot] = (node << 16) | letter;
  slots[slot + 1] = fresh;
  return fresh;
}

/** Nodes fit into sixteen bits and letters do, so that the two are one number. */
const mostNodes = 1 << 16;

function slotOf(slots: Int32Array, mask: number, step: number): number {
  let slot = Math.imul(step ^ (step >>> 16), 0x9e3779b1);
  slot = ((slot ^ (slot >>> 15)) & mask) << 1;
  while (slots[slot + 1] !== 0 && slots[slot] !== step) slot = (slot + 2) & (mask * 2 + 1);
  return slot;
}

/**
 * Length of the longest word that begins at `at` (or, in a reversed trie, ends there) and is at
 * most `limit` letters long; 0 for none.
 */
export function longestWord(trie: Trie, text: string, at: number, limit: number): number {
  const { isReversed, slots, mask, words } = trie;
  const most = Math.min(limit, trie.longest, isReversed ? at : text.length - at);
  let node = root;
  let found = 0;
  for (let length = 1; length <= most; length += 1) {
    const place = isReversed ? at - length : at + length - 1;
    node = slots[slotOf(slots, mask, (node << 16) | text.charCodeAt(place)) + 1] ?? 0;
    if (node === 0) break;
    if (words[node] !== 0) found = length;
  }
  return found;
}

/** The same as the number of the word, -1 for none; for a trie that is not reversed. */
export function longestWordNumber(trie: Trie, text: string, at: number, limit: number): number {
  const { slots, mask, words } = trie;
  const most = Math.min(limit, trie.longest, text.length - at);
  let node = root;
  let found = 0;
  for (let place = at; place < at + most; place += 1) {
    node = slots[slotOf(slots, mask, (node << 16) | text.charCodeAt(place)) + 1] ?? 0;
    if (node === 0) break;
    const word = words[node] ?? 0;
    if (word !== 0) found = word;
  }
  return found - 1;
}

/** Number of the word that is exactly `text`, -1 for none. */
export function wordNumber(trie: Trie, text: string): number {
  const { slots, mask } = trie;
  let node = root;
  for (let step = 0; step < text.length; step += 1) {
    const letter = text.charCodeAt(trie.isReversed ? text.length - 1 - step : step);
    node = slots[slotOf(slots, mask, (node << 16) | letter) + 1] ?? 0;
    if (node === 0) return -1;
  }
  return (trie.words[node] ?? 0) - 1;
}
