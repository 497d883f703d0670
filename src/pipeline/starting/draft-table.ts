import type { MappingDraft } from "../../mapping/mapping-draft.ts";
import { draftMapping } from "../../mapping/suggest-mapping.ts";
import type { Model } from "../../model/entity.ts";
import type { SourceTable } from "../../model/source.ts";
import { textHash } from "../../text/text-hash.ts";
import { countOf, DistinctSketch } from "../inventory/distinct-sketch.ts";
import { sampleTable } from "../sample-table.ts";

/** Exact up to here: 32 MB while a file is read. */
const exactKeys = 2 ** 21;

/**
 * The draft of a mapping for a table. A key that some rows share is none; the samples may not show
 * it, so all rows are asked, unless the system that wrote the table vouches for its key.
 */
export async function draftTable(
  table: SourceTable,
  file: string,
  model: Model,
): Promise<MappingDraft> {
  const { columns } = table;
  const { samples, batches } = await sampleTable(table);
  const draft = draftMapping({ columns, samples, fileName: file }, model);
  const { rowKey, likeness } = draft;
  if (rowKey.length === 0 || likeness?.confidence === "high") return draft;
  const places = rowKey.map((column) => columns.indexOf(column));
  const keys = new DistinctSketch(exactKeys);
  let all = 0;
  for await (const { rows } of batches()) {
    for (const { cells } of rows) keys.add(textHash(keyOf(cells, places)));
    all += rows.length;
  }
  const { count, exact } = countOf(keys.distinct());
  const isUnique = exact ? count === all : count * 100 >= all * 99;
  return isUnique ? draft : { ...draft, rowKey: [] };
}

function keyOf(cells: readonly string[], places: readonly number[]): string {
  return places.map((at) => (cells[at] ?? "").trim()).join("\n");
}
