/**
 * Words by their letters, for the longest match at a place of a text. One hash table of numbers
 * instead of nested maps: a step costs a few nanoseconds, mostly one access to memory, and nothing is
 * allocated.
 */
export interface Trie {
  /** Follow the letters backwards from the end of the word. */
  readonly isReversed: boolean;
  readonly longest: number;
  /** Node that a first letter leads to; 0 for none, which is where most walks end. */
  readonly starts: Uint16Array;
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
  const steps = freeSteps(size);
  const numbers = new Int32Array(size + 1);
  const starts = new Uint16Array(0x10000);
  let count = root;
  words.forEach((word, number) => {
    let node = root;
    for (let step = 0; step < word.length; step += 1) {
      const letter = word.charCodeAt(isReversed ? word.length - 1 - step : step);
      const target = childOf(steps, node, letter, count + 1);
      count = Math.max(count, target);
      if (node === root) starts[letter] = target;
      node = target;
    }
    if (numbers[node] === 0) numbers[node] = number + 1;
  });
  if (count >= mostNodes) throw new Error(`Too many words for a trie: ${count} nodes`);
  const longest = words.reduce((most, { length }) => Math.max(most, length), 0);
  return {
    isReversed,
    longest,
    starts,
    words: numbers.slice(0, count + 1),
    ...fitted(steps, count),
  };
}

type Steps = Pick<Trie, "mask" | "slots">;

function freeSteps(nodes: number): Steps {
  const mask = 2 ** Math.ceil(Math.log2(nodes * 1.5 + 2)) - 1;
  return { mask, slots: new Int32Array((mask + 1) * 2) };
}

/** The same steps with no more room than the nodes need: words share their beginnings. */
function fitted({ slots }: Steps, nodes: number): Steps {
  const steps = freeSteps(nodes);
  for (let slot = 0; slot < slots.length; slot += 2) {
    const [step = 0, target = 0] = [slots[slot], slots[slot + 1]];
    if (target !== 0) steps.slots.set([step, target], slotOf(steps.slots, steps.mask, step));
  }
  return steps;
}

/** The node that a letter leads to, `fresh` where there was none. */
function childOf({ slots, mask }: Steps, node: number, letter: number, fresh: number): number {
  const slot = slotOf(slots, mask, (node << 16) | letter);
  const target = slots[slot + 1] ?? 0;
  if (target !== 0) return target;
  slots[slot] = (node << 16) | letter;
  slots[slot + 1] = fresh;
  return fresh;
}

/** Nodes fit into sixteen bits and letters do, so that the two are one number. */
const mostNodes = 1 << 16;

function nextNode({ slots, mask, starts }: Trie, node: number, letter: number): number {
  if (node === root) return starts[letter] ?? 0;
  return slots[slotOf(slots, mask, (node << 16) | letter) + 1] ?? 0;
}

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
  const { isReversed, words } = trie;
  const most = Math.min(limit, trie.longest, isReversed ? at : text.length - at);
  let node = root;
  let found = 0;
  for (let length = 1; length <= most; length += 1) {
    const place = isReversed ? at - length : at + length - 1;
    node = nextNode(trie, node, text.charCodeAt(place));
    if (node === 0) break;
    if (words[node] !== 0) found = length;
  }
  return found;
}

/** The same as the number of the word, -1 for none; for a trie that is not reversed. */
export function longestWordNumber(trie: Trie, text: string, at: number, limit: number): number {
  const { words } = trie;
  const most = Math.min(limit, trie.longest, text.length - at);
  let node = root;
  let found = 0;
  for (let place = at; place < at + most; place += 1) {
    node = nextNode(trie, node, text.charCodeAt(place));
    if (node === 0) break;
    const word = words[node] ?? 0;
    if (word !== 0) found = word;
  }
  return found - 1;
}

/** Number of the word that is exactly `text`, -1 for none. */
export function wordNumber(trie: Trie, text: string): number {
  let node = root;
  for (let step = 0; step < text.length; step += 1) {
    const letter = text.charCodeAt(trie.isReversed ? text.length - 1 - step : step);
    node = nextNode(trie, node, letter);
    if (node === 0) return -1;
  }
  return (trie.words[node] ?? 0) - 1;
}
