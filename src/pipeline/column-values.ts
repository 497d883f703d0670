import { TextPoolBuilder, textAt } from "../dedupe/text-pool.ts";
import type { Field } from "../model/entity.ts";
import type { ColumnObserver, Normalizer } from "../model/normalizer.ts";
import type { TableRow } from "../model/source.ts";
import { normalizerOf } from "./normalizing/source-plan.ts";
import { cellAt } from "./row-ids.ts";
import type { TableLayout } from "./table-layout.ts";
import type { ColumnContexts } from "./table-reader.ts";

/** A field whose values mean something only beside each other. */
interface LookedField {
  readonly field: Field;
  readonly observer: ColumnObserver;
  readonly read: (row: TableRow) => readonly string[];
}

/**
 * Looks at the values of columns that mean something only as a whole (the area code of the phones of a
 * town, the order of day and month), while the rows of a table go by.
 */
export class ColumnValues {
  readonly #layout: TableLayout;
  readonly #fields: readonly Field[];
  readonly #looked: readonly LookedField[];

  constructor(layout: TableLayout, fields: readonly Field[]) {
    this.#layout = layout;
    this.#fields = fields;
    this.#looked = fields
      .filter((field) => this.#normalizer(field).looksAtColumn === true)
      .map((field) => ({
        field,
        observer: observerOf(this.#normalizer(field)),
        read: reader(layout, field),
      }));
  }

  add(row: TableRow): void {
    for (const { read, observer } of this.#looked) {
      for (const text of read(row)) observer.add(text);
    }
  }

  /** What the normalizers of all fields say of the values so far. */
  observe(): ColumnContexts {
    const observers = new Map(this.#looked.map(({ field, observer }) => [field, observer]));
    return new Map(
      this.#fields.map((field) => [
        field.name,
        observers.get(field)?.context() ?? this.#normalizer(field).observe([]),
      ]),
    );
  }

  #normalizer(field: Field): ReturnType<typeof normalizerOf> {
    return normalizerOf(field, this.#layout.rules?.[field.name]);
  }
}

/** A normalizer that has to see the whole column at once gets it kept as bytes. */
function observerOf(normalizer: Normalizer): ColumnObserver {
  const values = new TextPoolBuilder();
  return (
    normalizer.startObserving?.() ?? {
      add: (value) => values.add(value),
      context: () => normalizer.observe(textsOf(values)),
    }
  );
}

function* textsOf(values: TextPoolBuilder): Generator<string> {
  const pool = values.finish();
  for (let id = 1; id <= values.size; id += 1) yield textAt(pool, id);
}

/** Decodes the cells of the field alone, where it is known which they are. */
function reader(layout: TableLayout, field: Field): LookedField["read"] {
  const columns = layout.columnsOf?.([field]);
  const read = layout.readOnly?.([field]) ?? layout.read;
  return (row) => read(columns === undefined ? row.cells : cellsAt(row, columns))[field.name] ?? [];
}

function cellsAt(row: TableRow, columns: readonly number[]): readonly string[] {
  if (row.encoded === undefined) return row.cells;
  const cells: string[] = [];
  for (const column of columns) cells[column] = cellAt(row, column);
  return cells;
}
