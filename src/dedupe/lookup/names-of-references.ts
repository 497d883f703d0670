import { intAt } from "../element-at.ts";
import { accumulate, sharedInts } from "../growing-array.ts";
import { columnOf, type PackedColumn, type PackedRecords } from "../packed-records.ts";
import { indexPairs, type LetterPairs } from "./letter-pairs.ts";
import { commonest } from "./nearest-texts.ts";

/** The references by their names, whole ones and aliases (CSR), and the names by pairs of letters. */
export interface NamesOfReferences {
  /** The references with name `n` are `records[offsets[n] .. offsets[n + 1])`, ascending. */
  readonly offsets: Int32Array;
  readonly records: Int32Array;
  /** The pairs that names of queries have. */
  readonly pairs: LetterPairs;
}

/** Indexes the names of the records before `firstQuery`, in shared memory. */
export function indexNamesOfReferences(
  packed: PackedRecords,
  firstQuery: number,
): NamesOfReferences {
  const { text, values } = columnOf(packed, "name");
  const { offsets, records } = recordsByName(packed, firstQuery);
  const used = offsets.map((start, name) => (intAt(offsets, name + 1) > start ? name : 0));
  const texts = used.filter((name) => name > 0);
  const asked = values.subarray(firstQuery);
  return { offsets, records, pairs: indexPairs(text, { texts, asked, most: commonest }) };
}

function recordsByName(
  packed: PackedRecords,
  firstQuery: number,
): Pick<NamesOfReferences, "offsets" | "records"> {
  const names = columnOf(packed, "name");
  const aliases = packed.columns["aliases"];
  const offsets = sharedInts(names.text.offsets.length + 1);
  const forEachName = (visit: (name: number, record: number) => void): void => {
    for (let record = 0; record < firstQuery; record += 1) {
      const own = intAt(names.values, record);
      if (own > 0) visit(own, record);
      if (aliases !== undefined) forEachAlias(aliases, record, own, visit);
    }
  };
  forEachName((name) => {
    offsets[name + 1] = intAt(offsets, name + 1) + 1;
  });
  accumulate(offsets);
  const next = offsets.slice();
  const records = sharedInts(offsets.at(-1) ?? 0);
  forEachName((name, record) => {
    records[intAt(next, name)] = record;
    next[name] = intAt(next, name) + 1;
  });
  return { offsets, records };
}

/** Visits the names of a record that are not its own one. */
function forEachAlias(
  { offsets, values }: PackedColumn,
  record: number,
  own: number,
  visit: (name: number, record: number) => void,
): void {
  const end = intAt(offsets, record + 1);
  for (let at = intAt(offsets, record); at < end; at += 1) {
    const name = intAt(values, at);
    if (name !== own) visit(name, record);
  }
}
