/**
 * Words by their letters, for the longest match at a place of a text. One hash table of numbers
 * instead of nested maps: a step costs a few nanoseconds and nothing is allocated.
 */
export interface Trie {
  /** Follow the letters backwards from the end of the word. */
  readonly isReversed: boolean;
  readonly longest: number;
  readonly mask: number;
  /** Node and letter of each slot of the table, and the node they lead to; 0 where free. */
  readonly nodes: Int32Array;
  readonly letters: Uint16Array;
  readonly targets: Int32Array;
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
    nodes: new Int32Array(mask + 1),
    letters: new Uint16Array(mask + 1),
    targets: new Int32Array(mask + 1),
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
  return trie;
}

/** The node that a letter leads to, `fresh` where there was none. */
function childOf(trie: Trie, node: number, letter: number, fresh: number): number {
  const slot = slotOf(trie, node, letter);
  const target = trie.targets[slot] ?? 0;
  if (target !== 0) return target;
  trie.nodes[slot] = node;
  trie.letters[slot] = letter;
  trie.targets[slot] = fresh;
  return fresh;
}

function slotOf({ mask, nodes, letters, targets }: Trie, node: number, letter: number): number {
  let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(letter, 0x85ebca6b)) >>> 0;
  slot = (slot ^ (slot >>> 15)) & mask;
  while (targets[slot] !== 0 && (nodes[slot] !== node || letters[slot] !== letter)) {
    slot = (slot + 1) & mask;
  }
  return slot;
}

/**
 * Length of the longest word that begins at `at` (or, in a reversed trie, ends there) and is at
 * most `limit` letters long; 0 for none.
 */
export function longestWord(trie: Trie, text: string, at: number, limit: number): number {
  const most = Math.min(limit, trie.longest, trie.isReversed ? at : text.length - at);
  let node = root;
  let found = 0;
  for (let length = 1; length <= most; length += 1) {
    const place = trie.isReversed ? at - length : at + length - 1;
    node = trie.targets[slotOf(trie, node, text.charCodeAt(place))] ?? 0;
    if (node === 0) break;
    if (trie.words[node] !== 0) found = length;
  }
  return found;
}

/** Number of the word that is exactly `text`, -1 for none. */
export function wordNumber(trie: Trie, text: string): number {
  let node = root;
  for (let step = 0; step < text.length; step += 1) {
    const letter = text.charCodeAt(trie.isReversed ? text.length - 1 - step : step);
    node = trie.targets[slotOf(trie, node, letter)] ?? 0;
    if (node === 0) return -1;
  }
  return (trie.words[node] ?? 0) - 1;
}
