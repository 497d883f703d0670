import type { EntityName } from "../model/entity.ts";

/** What the id of a record is made of. */
export interface IdentifiedRecord {
  readonly entity: EntityName;
  /** The parts of its key; null when the mapping names none or a part is blank. */
  readonly rowKey: readonly string[] | null;
  /** What identifies it when it has no key: the mapped cells in a fixed order. Empty with a key. */
  readonly content: readonly string[];
  /** Why the record cannot be used: `empty`, or `required:` and the field. */
  readonly reject?: string;
}

/** One record of a row, before normalizing: the raw cells of each field. */
export interface MappedRecord extends IdentifiedRecord {
  /** Which part of the mapping made it: 0 the row itself, 1 its first child and so on. */
  readonly part: number;
  readonly raw: Readonly<Record<string, readonly string[]>>;
  /** Columns that the mapping keeps without a field. */
  readonly extra: Readonly<Record<string, string>>;
  /** For a child: the field that names its parent, which is the first record of the row. */
  readonly parentLink?: { readonly field: string };
}
