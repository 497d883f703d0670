import { intAt } from "../element-at.ts";
import { slotOf, type ComparedTable } from "../compared-table.ts";
import { mix } from "../mix.ts";

/** Keys written one after the other, those of one record or of all. */
export interface KeySink {
  keys: Int32Array;
  count: number;
  /** Where the keys of the record at hand must end. */
  limit: number;
}

const mostKeys = 128;

/** An empty sink with room for one record, and for more in advance. */
export function createKeySink(capacity = 0): KeySink {
  return { keys: new Int32Array(capacity + mostKeys), count: 0, limit: mostKeys };
}

/** Makes room for the next record; what goes beyond 128 keys of it is left out. */
export function makeRoom(sink: KeySink): void {
  sink.limit = sink.count + mostKeys;
  if (sink.limit <= sink.keys.length) return;
  const longer = new Int32Array(sink.limit * 2);
  longer.set(sink.keys);
  sink.keys = longer;
}

/** Adds a key to a sink. */
export function addKey(sink: KeySink, key: number): void {
  if (sink.count === sink.limit) return;
  sink.keys[sink.count] = key;
  sink.count += 1;
}

/** Adds what a row, told by its start in `cells`, holds. */
export type ValueReader = (row: number, sink: KeySink) => void;

/** A way to find candidates: records with an equal key are compared. */
export interface KeyFamily {
  readonly name: string;
  /** Most records behind one key; larger groups are split by `refineBy` first. */
  readonly cap: number;
  /** Weak evidence: a group that is still too large is dropped, else it would be cut into windows. */
  readonly isWeak?: boolean;
  /** Keys are values that weigh by themselves: pairs of later families share none of them. */
  readonly isValue?: boolean;
  /** Evidence from names: a pair whose names have nothing in common after all is no candidate. */
  readonly needsNames?: boolean;
  /** Pairs need letters in common before they count as candidates at all. */
  readonly needsLetters?: boolean;
  /** Pairs that sit in two different cities are no candidates. */
  readonly needsPlace?: boolean;
  /** Only pairs with at least one such row are candidates: other families find the rest. */
  readonly isOpen?: (row: number) => boolean;
  /** The other pairs are no candidates either, but training learns from them how common kin is. */
  readonly teachesKin?: boolean;
  /** Only pairs of an open row and one that is not are candidates. */
  readonly isAcross?: boolean;
  readonly keysOf: ValueReader;
  /** A second value for groups that are too large, e.g. the region behind a common name. */
  readonly refineBy?: (row: number) => number;
}

const sinks = [createKeySink(), createKeySink()] as const;

/** Whether two rows have a key of a family in common; its caps and gates are not asked. */
export function sharesKey({ keysOf }: KeyFamily, left: number, right: number): boolean {
  const [own, other] = sinks;
  own.count = 0;
  other.count = 0;
  keysOf(left, own);
  if (own.count === 0) return false;
  keysOf(right, other);
  const found = other.keys.subarray(0, other.count);
  return own.keys.subarray(0, own.count).some((key) => found.includes(key));
}

/** Reads a column of either kind; missing values are passed over. */
export function valueReader(table: ComparedTable, column: string): ValueReader {
  const { cells, lists } = table;
  const slot = slotOf(table, column);
  return (row, sink) => {
    const cell = intAt(cells, row + slot);
    if (cell > 0) addKey(sink, cell);
    if (cell >= 0) return;
    const start = ~cell;
    const end = start + intAt(lists, start);
    for (let at = start + 1; at <= end; at += 1) addKey(sink, intAt(lists, at));
  };
}

/** The parts of a key: column names, or readers for derived values. */
export type KeyPart = string | ValueReader;

/** A family whose keys are every combination of the values of its one to three parts. */
export function combinedKeys(
  table: ComparedTable,
  name: string,
  parts: readonly KeyPart[],
  options: Omit<KeyFamily, "name" | "keysOf">,
): KeyFamily {
  const readers = parts.map((part) => (typeof part === "string" ? valueReader(table, part) : part));
  const [first, second, third] = readers;
  if (first === undefined) throw new Error(`Keys of ${name} without parts`);
  const keysOf = [second, third].reduce<ValueReader>(
    (keys, next) => (next === undefined ? keys : crossed(keys, next)),
    hashed(first),
  );
  return { name, ...options, keysOf };
}

function hashed(reader: ValueReader): ValueReader {
  return (row, sink) => {
    const start = sink.count;
    reader(row, sink);
    for (let at = start; at < sink.count; at += 1) sink.keys[at] = mix(0, intAt(sink.keys, at));
  };
}

/** Every key of one reader with every value of another. */
function crossed(keys: ValueReader, values: ValueReader): ValueReader {
  const heads = createKeySink();
  const tails = createKeySink();
  return (row, sink) => {
    tails.count = 0;
    values(row, tails);
    if (tails.count === 0) return;
    heads.count = 0;
    keys(row, heads);
    for (let head = 0; head < heads.count; head += 1) {
      for (let tail = 0; tail < tails.count; tail += 1) {
        addKey(sink, mix(intAt(heads.keys, head), intAt(tails.keys, tail)));
      }
    }
  };
}
