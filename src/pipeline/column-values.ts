import type { Field } from "../model/entity.ts";
import type { ColumnVote } from "../model/normalizer.ts";
import type { TableRow } from "../model/source.ts";
import { countLabel } from "../normalize/column-vote.ts";
import { normalizerOf } from "./normalizing/rule-normalizer.ts";
import { cellAt } from "./row-ids.ts";
import type { TableLayout } from "./table-layout.ts";
import type { ColumnContexts } from "./table-reader.ts";

/** A field whose values mean something only beside each other. */
interface LookedField {
  readonly field: Field;
  readonly vote: ColumnVote;
  /** How many values have each label. */
  readonly counts: Map<string, number>;
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
    this.#looked = fields.flatMap((field) => {
      const { vote } = this.#normalizer(field);
      if (vote === undefined) return [];
      return [{ field, vote, counts: new Map(), read: reader(layout, field) }];
    });
  }

  add(row: TableRow): void {
    for (const { read, vote, counts } of this.#looked) {
      for (const text of read(row)) countLabel(vote.labelOf(text), counts);
    }
  }

  /** What the normalizers of all fields say of the values so far. */
  observe(): ColumnContexts {
    const contexts = new Map<string, unknown>(
      this.#fields.map((field) => [field.name, this.#normalizer(field).observe([])]),
    );
    for (const { field, vote, counts } of this.#looked) {
      contexts.set(field.name, vote.decide(counts));
    }
    return contexts;
  }

  #normalizer(field: Field): ReturnType<typeof normalizerOf> {
    return normalizerOf(field, this.#layout.rules?.[field.name]);
  }
}

/** Decodes the cells of the field alone, where it is known which they are. */
function reader(layout: TableLayout, field: Field): LookedField["read"] {
  const columns = layout.columnsOf?.([field]);
  const texts = layout.textsOf?.(field) ?? ((cells) => layout.read(cells)[field.name] ?? []);
  return (row) => texts(columns === undefined ? row.cells : cellsAt(row, columns));
}

function cellsAt(row: TableRow, columns: readonly number[]): readonly string[] {
  if (row.encoded === undefined) return row.cells;
  const cells: string[] = [];
  for (const column of columns) cells[column] = cellAt(row, column);
  return cells;
}
