import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Dictionary } from "./dictionary.ts";
import { hashText, hashUnits, TextBatch } from "./text-batch.ts";

describe("a batch of texts gets the ids that they get one by one", () => {
  test.each([
    [["华宸", "", "宏远", "华宸"], [1, 0, 2, 1], "a text that comes twice in its first batch"],
    [[], [], "nothing"],
  ])("%j -> %j: %s", (texts, ids) => {
    expect(idsOf(new Dictionary(), texts)).toEqual(ids);
  });

  test("over batches of any texts, where the dictionary grows on the way", () => {
    const text = fc.oneof(fc.string({ unit: "binary", maxLength: 4 }), fc.string());
    const batches = fc.array(fc.array(text, { maxLength: 400 }), { maxLength: 12 });
    fc.assert(
      fc.property(batches, (all) => {
        const [batched, single] = [new Dictionary(), new Dictionary()];
        for (const texts of all) {
          expect(idsOf(batched, texts)).toEqual(texts.map((each) => single.idOf(each)));
        }
        expect(batched.finish()).toEqual(single.finish());
      }),
      { numRuns: 50 },
    );
  });
});

test("a text has one hash, as a string and as units", () => {
  const batch = new TextBatch();
  batch.take(["华宸精密", "宏远"]);
  expect(hashUnits(batch.units, batch.starts[1] ?? 0, batch.starts[2] ?? 0)).toBe(hashText("宏远"));
  expect(batch.hashes[1]).toBe(hashText("宏远"));
});

const batch = new TextBatch();

/** All tests fill one batch, as one is filled for all columns. */
function idsOf(dictionary: Dictionary, texts: readonly string[]): number[] {
  batch.take(texts);
  return [...dictionary.idsOfBatch(batch).subarray(0, texts.length)];
}
