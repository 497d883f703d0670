/**
 * Words by their letters, for the longest match at a place of a text. Four arrays of small numbers
 * instead of nested maps: they stay in the cache, a step costs a few nanoseconds, and nothing is
 * allocated.
 */
export interface Trie {
  /** Follow the letters backwards from the end of the word. */
  readonly isReversed: boolean;
  readonly longest: number;
  /** Node that a first letter leads to; 0 for none, which is where most walks end. */
  readonly starts: Uint16Array;
  /** The children of a node are those from its number here to before that of the next node. */
  readonly children: Uint16Array;
  /** The letter that leads to a node; in order among the children of one. */
  readonly letters: Uint16Array;
  /** Number of the word that ends at a node, counted from 1; 0 for none. */
  readonly words: Uint16Array;
}

/** Node 0: a walk begins at it and never comes back, so that it stands for a dead end as well. */
const root = 0;
const mostNodes = 0xffff;

/** A trie of `words`; the number of a word is its place in the list. Of two equal words the first counts. */
export function buildTrie(words: readonly string[], isReversed: boolean): Trie {
  const builder = new TrieBuilder(isReversed);
  for (let number = 0; number < words.length; number += 1) {
    builder.add(words[number] ?? "", number);
  }
  return builder.build();
}

/** A trie that takes one word after the other. */
export class TrieBuilder {
  readonly #isReversed: boolean;
  #longest = 0;
  readonly #starts = new Uint16Array(0x10000);
  #count = 1;
  // By node, in the order in which they come; those under one node are a list in the order of their
  // letters. Room for all at once: memory that is never written costs nothing, and no garbage is left.
  readonly #letters = new Uint16Array(mostNodes);
  readonly #words = new Uint16Array(mostNodes);
  readonly #children = new Uint16Array(mostNodes);
  readonly #siblings = new Uint16Array(mostNodes);

  constructor(isReversed: boolean) {
    this.#isReversed = isReversed;
  }

  /** Takes a word with its number; returns the number that it has, which is an older one where it came before. */
  add(word: string, number: number): number {
    const { length } = word;
    let node = root;
    for (let step = 0; step < length; step += 1) {
      const letter = word.charCodeAt(this.#isReversed ? length - 1 - step : step);
      node = step === 0 ? this.#start(letter) : this.#childOf(node, letter);
    }
    if (length > this.#longest) this.#longest = length;
    return (this.#words[node] ||= number + 1) - 1;
  }

  #start(letter: number): number {
    const known = this.#starts[letter] ?? 0;
    if (known !== 0) return known;
    const first = this.#children[root] ?? 0;
    return (this.#starts[letter] = this.#children[root] = this.#addNode(letter, first));
  }

  /** The node that a letter leads to, a new one where there was none. */
  #childOf(node: number, letter: number): number {
    const letters = this.#letters;
    const siblings = this.#siblings;
    let before = 0;
    let next = this.#children[node] ?? 0;
    while (next !== 0 && (letters[next] ?? 0) < letter) {
      before = next;
      next = siblings[next] ?? 0;
    }
    if (next !== 0 && letters[next] === letter) return next;
    const added = this.#addNode(letter, next);
    if (before === 0) this.#children[node] = added;
    else siblings[before] = added;
    return added;
  }

  #addNode(letter: number, sibling: number): number {
    const node = this.#count;
    if (node === mostNodes) throw new Error(`Too many words for a trie: ${node} nodes`);
    this.#count += 1;
    this.#letters[node] = letter;
    this.#siblings[node] = sibling;
    return node;
  }

  /** The nodes in such an order that the children of one stand side by side; nothing can be added any more. */
  build(): Trie {
    const count = this.#count;
    const children = new Uint16Array(count + 1);
    const order = new Uint16Array(count);
    let placed = 1;
    for (let at = 0; at < count; at += 1) {
      children[at] = placed;
      let node = this.#children[order[at] ?? 0] ?? 0;
      for (; node !== 0; node = this.#siblings[node] ?? 0) order[placed++] = node;
    }
    children[count] = placed;
    const starts = this.#starts;
    const letters = picked(this.#letters, order);
    for (let at = 1; at < (children[1] ?? 0); at += 1) starts[letters[at] ?? 0] = at;
    const words = picked(this.#words, order);
    const [isReversed, longest] = [this.#isReversed, this.#longest];
    return { isReversed, longest, starts, children, letters, words };
  }
}

function picked(values: Uint16Array, order: Uint16Array): Uint16Array {
  const result = new Uint16Array(order.length);
  for (let at = 0; at < order.length; at += 1) result[at] = values[order[at] ?? 0] ?? 0;
  return result;
}

/** So few children are looked through one by one. */
const few = 8;

function nextNode({ children, letters }: Trie, node: number, letter: number): number {
  const first = children[node] ?? 0;
  const end = children[node + 1] ?? 0;
  for (let child = shortlist(letters, first, end, letter); child < end; child += 1) {
    const own = letters[child] ?? 0;
    if (own >= letter) return own === letter ? child : root;
  }
  return root;
}

/** The first of the few children among which the letter must be. */
function shortlist(letters: Uint16Array, first: number, end: number, letter: number): number {
  let start = first;
  for (let size = end - first; size > few;) {
    const half = size >>> 1;
    if ((letters[start + half] ?? 0) <= letter) start += half;
    size -= half;
  }
  return start;
}

/**
 * Length of the longest word that begins at `at` (or, in a reversed trie, ends there) and is at
 * most `limit` letters long; 0 for none.
 */
export function longestWord(trie: Trie, text: string, at: number, limit: number): number {
  const { isReversed, words, starts } = trie;
  const most = Math.min(limit, trie.longest, isReversed ? at : text.length - at);
  if (most <= 0) return 0;
  let node = starts[text.charCodeAt(isReversed ? at - 1 : at)] ?? root;
  let found = 0;
  for (let length = 1; node !== root; length += 1) {
    if (words[node] !== 0) found = length;
    if (length >= most) break;
    node = nextNode(trie, node, text.charCodeAt(isReversed ? at - 1 - length : at + length));
  }
  return found;
}

/** The same as the number of the word, -1 for none. */
export function longestWordNumber(trie: Trie, text: string, at: number, limit: number): number {
  const { isReversed, words, starts } = trie;
  const most = Math.min(limit, trie.longest, isReversed ? at : text.length - at);
  const step = isReversed ? -1 : 1;
  let place = isReversed ? at - 1 : at;
  let node = most > 0 ? (starts[text.charCodeAt(place)] ?? root) : root;
  let found = 0;
  for (let length = 1; node !== root; length += 1) {
    const word = words[node] ?? 0;
    if (word !== 0) found = word;
    if (length >= most) break;
    place += step;
    node = nextNode(trie, node, text.charCodeAt(place));
  }
  return found - 1;
}

/** Number of the word that is exactly `text`, or what is left of it from `start` on; -1 for none. */
export function wordNumber(trie: Trie, text: string, start = 0): number {
  const { words, starts, isReversed } = trie;
  const last = text.length - 1;
  let node = start > last ? root : (starts[text.charCodeAt(isReversed ? last : start)] ?? root);
  for (let at = start + 1; at <= last && node !== root; at += 1) {
    node = nextNode(trie, node, text.charCodeAt(isReversed ? last - at + start : at));
  }
  return (words[node] ?? 0) - 1;
}
