import { intAt } from "../element-at.ts";
import { slotOf, type ComparedTable } from "../compared-table.ts";
import { mix } from "../mix.ts";
import { columnOf } from "../packed-records.ts";

/** Keys written one after the other, those of one record or of all. */
export interface KeySink {
  keys: Int32Array;
  count: number;
  /** Where the keys of the record at hand must end. */
  limit: number;
}

/** Keys of one record; what goes beyond is left out. */
export const mostKeys = 128;

/** An empty sink for one record. */
export function createKeySink(): KeySink {
  return { keys: new Int32Array(mostKeys), count: 0, limit: mostKeys };
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
export interface KeyFamily extends KeyFamilyOptions {
  readonly name: string;
  readonly keysOf: ValueReader;
}

/** What is asked of the pairs of a family. */
export interface KeyFamilyOptions {
  /** Most records behind one key; larger groups are split by `refineBy` first. */
  readonly cap: number;
  /** More pairs a row than these are not worth their time: the largest groups are dropped; undefined: all are. */
  readonly mostPairsPerRow: number | undefined;
  /** Weak evidence: a group that is still too large is dropped, else it would be cut into windows. */
  readonly isWeak: boolean;
  /** Keys are values that weigh by themselves: pairs of later families share none of them. */
  readonly isValue: boolean;
  /** Evidence from names: a pair whose names have nothing in common after all is no candidate. */
  readonly needsNames: boolean;
  /** Pairs need two brands and most letters in common before they count as candidates at all. */
  readonly needsLetters: boolean;
  /** Pairs of which both hold more letters than these that the other does not hold are no candidates. */
  readonly mostOwnLetters: number | undefined;
  /** Pairs that sit in two different cities are no candidates. */
  readonly needsPlace: boolean;
  /** Only pairs with at least one such row are candidates: other families find the rest. */
  readonly isOpen: ((row: number) => boolean) | undefined;
  /** The other pairs of rows that teach are no candidates, but tell how common kin is. */
  readonly teachesKin: boolean;
  /** Only pairs of an open row and one that is not are candidates. */
  readonly isAcross: boolean;
  /** A second value for groups that are too large, e.g. the region behind a common name. */
  readonly refineBy: ((row: number) => number) | undefined;
}

/** The options of a family; what is left out asks nothing. */
export type AskedOptions = Pick<KeyFamilyOptions, "cap"> & Partial<KeyFamilyOptions>;

/** All options, in one order: families of one shape are read fastest. */
const nothingAsked = {
  mostPairsPerRow: undefined,
  isWeak: false,
  isValue: false,
  needsNames: false,
  needsLetters: false,
  mostOwnLetters: undefined,
  needsPlace: false,
  isOpen: undefined,
  teachesKin: false,
  isAcross: false,
  refineBy: undefined,
};

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
  // Elements are read here and not by `intAt`, which the engine does not inline so deep.
  return (row, sink) => {
    const cell = cells[row + slot] ?? 0;
    if (cell > 0) addKey(sink, cell);
    if (cell >= 0) return;
    const start = ~cell;
    const end = start + (lists[start] ?? 0);
    for (let at = start + 1; at <= end; at += 1) addKey(sink, lists[at] ?? 0);
  };
}

/** One value a row, 0 where there is none. */
export interface OneValue {
  readonly valueOf: (row: number) => number;
}

/** The parts of a key: column names, or readers for derived values. */
export type KeyPart = string | OneValue | ValueReader;

/** A family whose keys are every combination of the values of its one to three parts. */
export function combinedKeys(
  table: ComparedTable,
  name: string,
  parts: readonly KeyPart[],
  options: AskedOptions,
): KeyFamily {
  const [first, ...others] = parts.map((part) => readerOf(table, part));
  if (first === undefined) throw new Error(`Keys of ${name} without parts`);
  const keysOf = others.reduce<ValueReader>(crossed, hashed(first));
  return { name, keysOf, ...nothingAsked, ...options };
}

type Reader = OneValue | ValueReader;

function readerOf(table: ComparedTable, part: KeyPart): Reader {
  if (typeof part !== "string") return part;
  const isOne = columnOf(table.packed, part).kind === "one";
  return isOne ? cellReader(table, part) : valueReader(table, part);
}

/** The value of a column with one value a row. */
export function cellReader(table: ComparedTable, column: string): OneValue {
  const { cells } = table;
  const slot = slotOf(table, column);
  return { valueOf: (row) => intAt(cells, row + slot) };
}

function hashed(reader: Reader): ValueReader {
  if (typeof reader === "object") {
    const { valueOf } = reader;
    return (row, sink) => {
      const value = valueOf(row);
      if (value !== 0) addKey(sink, mix(0, value));
    };
  }
  return (row, sink) => {
    const start = sink.count;
    reader(row, sink);
    for (let at = start; at < sink.count; at += 1) sink.keys[at] = mix(0, intAt(sink.keys, at));
  };
}

/** Every key of one reader with every value of another. */
function crossed(keys: ValueReader, reader: Reader): ValueReader {
  if (typeof reader === "object") return crossedWithOne(keys, reader);
  const tails = createKeySink();
  return (row, sink) => {
    tails.count = 0;
    reader(row, tails);
    if (tails.count === 0) return;
    const start = sink.count;
    keys(row, sink);
    const heads = sink.count;
    // The first value makes keys of the heads in place, when all others have been added behind them.
    for (let tail = 1; tail < tails.count; tail += 1) {
      for (let head = start; head < heads; head += 1) {
        addKey(sink, mix(intAt(sink.keys, head), intAt(tails.keys, tail)));
      }
    }
    for (let head = start; head < heads; head += 1) {
      sink.keys[head] = mix(intAt(sink.keys, head), intAt(tails.keys, 0));
    }
  };
}

function crossedWithOne(keys: ValueReader, { valueOf }: OneValue): ValueReader {
  return (row, sink) => {
    const value = valueOf(row);
    if (value === 0) return;
    const start = sink.count;
    keys(row, sink);
    for (let at = start; at < sink.count; at += 1) sink.keys[at] = mix(intAt(sink.keys, at), value);
  };
}
