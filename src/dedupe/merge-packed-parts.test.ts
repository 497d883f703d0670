import fc from "fast-check";
import { expect, test } from "vitest";
import type { EntityRecord } from "../model/record.ts";
import { inventRecord } from "./invented-records.ts";
import { columnGroups, mergeColumns, packedTable } from "./merge-packed-parts.ts";
import { createPartPacker, packRecords } from "./pack.ts";
import { toBlobs } from "./packed-blobs.ts";
import type { PackedPart } from "./packed-part.ts";
import { pickTexts, sortTexts } from "./sort-texts.ts";
import { createSyntheticCustomers } from "./synthetic-customers.ts";
import { emptyTextPool, joinPools, textAt } from "./text-pool.ts";
import { Dictionary } from "./dictionary.ts";
import { byCodePoint } from "../text/code-point.ts";

const options = { contactField: "contact" };
const customers = createSyntheticCustomers(150).records;
const contacts = Array.from({ length: 40 }, (_, at) =>
  inventRecord(`wecom:${"\u{1F600}\uFF21乙a"[at % 4] ?? ""}${at}`, "contact", {
    name: [`姓${at % 7}`],
    mobiles: [`+86139${at % 5}`, `+86138${at % 11}`, `+86137${at}`],
    emails: at % 3 === 0 ? [`b${at}@x.example`, `a${at}@x.example`] : [],
  }),
);

function packParts(parts: readonly (readonly EntityRecord[])[], entity: "customer" | "contact") {
  const packed = parts.map((records): PackedPart => {
    const packer = createPartPacker(entity, options, "any");
    for (const record of records) packer.add(record);
    return packer.finish();
  });
  const pool = joinPools(packed.map(({ ids }) => ids));
  const order = sortTexts(pool);
  const records = order.map((id) => id - 1);
  const columns = columnGroups(entity, options).map((group) =>
    mergeColumns(
      group,
      packed.map(({ columns: all, dictionaries }) => ({
        columns: all,
        dictionary: dictionaries[group.dictionary] ?? emptyTextPool,
      })),
      records,
    ),
  );
  return packedTable(entity, options, pickTexts(pool, order), Object.assign({}, ...columns));
}

test.each([
  ["customer", customers],
  ["contact", contacts],
] as const)(
  "a table of %ss is the same to the byte in whatever order and parts it was packed",
  (entity, records) => {
    const whole = toBlobs(packRecords(records, entity, options));
    const shuffles = fc.tuple(
      fc.shuffledSubarray([...records], { minLength: records.length }),
      fc.array(fc.nat(records.length), { maxLength: 4 }),
    );
    fc.assert(
      fc.property(shuffles, ([shuffled, cuts]) => {
        const ends = [0, ...cuts.toSorted((a, b) => a - b), records.length];
        const parts = ends.slice(1).map((to, at) => shuffled.slice(ends[at], to));
        expect(toBlobs(packParts(parts, entity))).toEqual(whole);
      }),
      { numRuns: 15 },
    );
  },
);

test("texts are sorted by code point, as strings are", () => {
  const text = fc.string({
    unit: fc.constantFrom("a", "b", "中", "\uFF21", "\u{1F600}", "\uE000"),
    maxLength: 6,
  });
  fc.assert(
    fc.property(fc.array(text), fc.string({ maxLength: 2 }), (texts, prefix) => {
      const dictionary = new Dictionary();
      const distinct = [...new Set(texts.map((each) => prefix + each))].filter(
        (each) => each !== "",
      );
      for (const each of distinct) dictionary.idOf(each);
      const pool = dictionary.finish();
      const sorted = Array.from(sortTexts(pool), (id) => textAt(pool, id));
      expect(sorted).toEqual(distinct.toSorted(byCodePoint));
    }),
  );
});
