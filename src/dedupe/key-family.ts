import { mix } from "./mix.ts";
import { columnOf, type PackedRecords } from "./packed-records.ts";

/** A way to find candidates: records with an equal key are compared. */
export interface KeyFamily {
  readonly name: string;
  /** Most records behind one key; larger groups are split by `refineBy` first. */
  readonly cap: number;
  /** A group that is still too large says nothing and is dropped; else it is cut into windows. */
  readonly isWeak?: boolean;
  readonly keysOf: (record: number, emit: (key: number) => void) => void;
  /** A second value for groups that are too large, e.g. the industry behind a common brand. */
  readonly refineBy?: (record: number) => number;
}

/** Visits the ids of a record in a column, one or many; missing values are passed over. */
export type ValueReader = (record: number, visit: (id: number) => void) => void;

/** A reader for a column of either kind. */
export function valueReader(packed: PackedRecords, column: string): ValueReader {
  const { kind, offsets, values } = columnOf(packed, column);
  if (kind === "one") {
    return (record, visit) => {
      const id = values[record] ?? 0;
      if (id !== 0) visit(id);
    };
  }
  return (record, visit) => {
    const end = offsets[record + 1] ?? 0;
    for (let at = offsets[record] ?? 0; at < end; at += 1) visit(values[at] ?? 0);
  };
}

/** The parts of a key: column names, or readers for derived values. */
export type KeyPart = string | ValueReader;

/** A family whose keys are every combination of the values of its parts. */
export function combinedKeys(
  packed: PackedRecords,
  name: string,
  parts: readonly KeyPart[],
  options: Pick<KeyFamily, "cap" | "isWeak" | "refineBy">,
): KeyFamily {
  const readers = parts.map((part) =>
    typeof part === "string" ? valueReader(packed, part) : part,
  );
  return { name, ...options, keysOf: (record, emit) => combine(readers, record, 0, emit) };
}

function combine(
  readers: readonly ValueReader[],
  record: number,
  hash: number,
  emit: (key: number) => void,
): void {
  const [first, ...rest] = readers;
  if (first === undefined) return emit(hash);
  first(record, (id) => combine(rest, record, mix(hash, id), emit));
}
