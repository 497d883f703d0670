import { createPartPacker } from "../../dedupe/pack.ts";
import type { PackedPart } from "../../dedupe/packed-part.ts";
import type { EntityName, Field, Model } from "../../model/entity.ts";
import { itemRecordMaker, rowsAtOnce } from "../item-records.ts";
import { layoutOfSide, type MatchSide } from "../match-layout.ts";
import { rowReader } from "../row-store.ts";
import { rowId, type ColumnContexts, type NamedRows } from "../table-reader.ts";

/** Rows of one side of a comparison, in the order of their ids. */
export interface PackSide {
  readonly side: MatchSide;
  readonly columns: readonly string[];
  readonly entity: EntityName;
  readonly model: Model;
  readonly named: NamedRows;
  /** The fields that matching reads of this side, and what is known of their columns. */
  readonly fields: readonly Field[];
  readonly contexts: ColumnContexts;
  /** The fields of both sides. */
  readonly packed: readonly Field[];
  /** What the ids begin with, so that one side comes before the other. */
  readonly prefix: string;
  readonly from: number;
  readonly to: number;
}

/** The features of the rows of each side from its `from` up to and without its `to`. */
export function packSides(inputs: readonly PackSide[]): PackedPart[] {
  return inputs.map(packSide);
}

function packSide(input: PackSide): PackedPart {
  const { side, columns, entity, model, named, prefix, fields, contexts } = input;
  const make = itemRecordMaker(layoutOfSide(side, columns, entity, model), { fields, contexts });
  const packer = createPartPacker(entity, { fields: input.packed });
  const readRow = rowReader(named.rows);
  for (let start = input.from; start < input.to; start += rowsAtOnce) {
    const positions = named.rowsById.subarray(start, Math.min(input.to, start + rowsAtOnce));
    const rows = Array.from(positions, readRow);
    const records = make(rows).map((record, at) => {
      const id = rowId(named, positions[at] ?? 0, rows[at] ?? []);
      return { ...record, id: prefix + id };
    });
    packer.addAll(records);
  }
  return packer.finish();
}
