import {
  indexNamesOfReferences,
  type NamesOfReferences,
} from "../../dedupe/lookup/names-of-references.ts";
import type { PackedRecords } from "../../dedupe/packed-records.ts";

/** A packed table whose references come first. */
export interface IndexNames {
  readonly packed: PackedRecords;
  readonly firstQuery: number;
}

/** Its references by their names. */
export function indexNames({ packed, firstQuery }: IndexNames): NamesOfReferences {
  return indexNamesOfReferences(packed, firstQuery);
}
