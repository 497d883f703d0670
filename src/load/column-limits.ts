import type { Entity } from "../model/entity.ts";
import type { GoldenContent } from "../model/golden.ts";
import { loadReason } from "../model/load-reason.ts";
import type { StoreTable } from "../stores/store.ts";
import { nowhere, type Destination } from "./destinations.ts";
import type { TargetTable } from "./target-layout.ts";

/** What the table of an entity asks of its rows, as far as its catalog says. */
export interface ColumnLimits {
  /** The fields that have to be looked at. */
  readonly fields: readonly string[];
  /** Why a golden record cannot become a row, or change one; undefined when it can. */
  readonly refuse: (golden: GoldenContent, to: "new" | "row") => Destination | undefined;
}

interface LongestValue {
  readonly field: string;
  readonly column: string;
  readonly letters: number;
}

/**
 * The limits of an existing table: columns that must have a value, and `VARCHAR(20)`: a value that
 * is longer is refused, never cut. The store itself has the last word when the plan is applied.
 */
export function columnLimits(
  { columns, constants, goldenColumn }: TargetTable,
  { fields: modelFields }: Entity,
  table: StoreTable | undefined,
): ColumnLimits {
  const required = (table?.columns ?? []).filter(
    ({ name, isRequired }) => isRequired && name !== goldenColumn && constants[name] === undefined,
  );
  const longest = (table?.columns ?? []).flatMap((column): LongestValue[] => {
    const field = columns[column.name];
    const letters = Number(/char\w*\s*\((\d+)\)/i.exec(column.type)?.[1] ?? 0);
    const isText = modelFields.some(
      ({ name, refersTo }) => name === field && refersTo === undefined,
    );
    return field === undefined || letters === 0 || !isText
      ? []
      : [{ field, column: column.name, letters }];
  });
  const named = required.flatMap(({ name }) => columns[name] ?? []);
  return {
    fields: [...named, ...longest.map(({ field }) => field)],
    refuse: ({ items }, to) => {
      const missing = required.find(({ name }) => isEmpty(items[columns[name] ?? ""]));
      if (to === "new" && missing !== undefined)
        return nowhere("reject", loadReason("L106", missing.name));
      const long = longest.find(({ field, letters }) => isLonger(items[field], letters));
      return long === undefined ? undefined : nowhere("reject", loadReason("L107", long.column));
    },
  };
}

function isEmpty(items: readonly string[] = []): boolean {
  return (items[0] ?? "") === "";
}

function isLonger(items: readonly string[] = [], letters: number): boolean {
  return [...(items[0] ?? "")].length > letters;
}
