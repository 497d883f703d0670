import { fillRows, type RowPlan } from "../../dedupe/lay-out-table.ts";
import { signLetters, type NameLetters } from "../../dedupe/name-letters.ts";
import type { PackedRecords } from "../../dedupe/packed-records.ts";
import { tableRarities } from "../../dedupe/rarities/table-rarities.ts";

/** A column of a table that the letters are wanted of. */
export interface SignColumn {
  readonly packed: PackedRecords;
  readonly column: string;
}

/** The letters of its texts. */
export function signColumn({ packed, column }: SignColumn): NameLetters {
  return signLetters(packed, column);
}

/** What each value of a table tells. */
export function measureRarities(packed: PackedRecords): Readonly<Record<string, Uint8Array>> {
  return tableRarities(packed);
}

/** Blocks of records whose rows are to be filled in. */
export interface FillRows {
  readonly plan: RowPlan;
  readonly letters: NameLetters;
  readonly from: number;
  readonly to: number;
}

/** Fills them in where they lie; nothing comes back. */
export function fillSomeRows({ plan, letters, from, to }: FillRows): void {
  fillRows(plan, letters, from, to);
}
