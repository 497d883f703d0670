import { brandLetterSlot, letterSlots } from "./compared-table.ts";
import { intAt } from "./element-at.ts";
import { sharedInts } from "./growing-array.ts";
import { letterSignatures } from "./letter-signature.ts";
import { columnOf, type PackedRecords } from "./packed-records.ts";
import type { TextPool } from "./text-pool.ts";

/** Slots of the rows that tell which letters a text holds, by name: for each id of its column, bits in shared memory. */
export type NameLetters = Readonly<Record<string, Int32Array>>;

const [nameSlots, coreSlots] = [letterSlots("name"), letterSlots("core")];

/** Slots with letters, in their order in a row, and the columns whose texts hold them. */
const signedColumns: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  customer: {
    [nameSlots.low]: "name",
    [nameSlots.high]: "name",
    [coreSlots.low]: "core",
    [coreSlots.high]: "core",
    [brandLetterSlot]: "brand",
  },
};

/** Which column each slot with letters is told from. */
export function letterColumns({
  entity,
}: Pick<PackedRecords, "entity">): Readonly<Record<string, string>> {
  return signedColumns[entity] ?? {};
}

/** The letters of all columns that some are told of, or of one of them. */
export function signLetters(packed: PackedRecords, asked?: string): NameLetters {
  const columns = new Set(Object.values(letterColumns(packed)));
  const wanted = [...columns].filter((name) => asked === undefined || name === asked);
  return Object.assign({}, ...wanted.map((name) => signColumn(name, columnOf(packed, name).text)));
}

function signColumn(name: string, text: TextPool): NameLetters {
  const { low, high } = letterSignatures(text);
  if (name === "brand") return { [brandLetterSlot]: folded(low, high) };
  const slots = letterSlots(name);
  return { [slots.low]: low, [slots.high]: high };
}

/** 64 bits as 32: brands are short. */
function folded(low: Int32Array, high: Int32Array): Int32Array {
  const bits = sharedInts(low.length);
  for (let id = 0; id < bits.length; id += 1) bits[id] = intAt(low, id) | intAt(high, id);
  return bits;
}
