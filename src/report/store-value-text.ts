import type { EntityName } from "../model/entity.ts";
import type { StoreValue } from "../model/plan.ts";
import { onOneLine } from "./fit-text.ts";
import { maskColumn } from "./mask.ts";
import type { ReportStyle } from "./report-style.ts";
import { say } from "./words.ts";

/** Where a store value stands. */
export interface StoreCell {
  readonly entity: EntityName;
  readonly column: string;
}

/**
 * A store value as reports show it: numbers as they are, nothing as `(empty)`, text in quotes and
 * masked where it is personal.
 */
export function storeValueText(
  value: StoreValue,
  { entity, column }: StoreCell,
  style: ReportStyle,
): string {
  if (value === null) return say("emptyValue", style.language);
  if (typeof value === "number") return String(value);
  const text = style.showValues === true ? value : maskColumn(entity, column, value);
  return `"${onOneLine(text)}"`;
}
