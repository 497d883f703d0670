import fc from "fast-check";
import { expect, test } from "vitest";
import { createRowSlots, SlotWriter, takeRows, takeSlot } from "./row-slots.ts";

test("hands every row over once, whatever room there is", () => {
  const texts = fc.array(fc.string({ maxLength: 30, unit: "binary" }), { maxLength: 60 });
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 4 }), (rows, count) => {
      const slots = createRowSlots(count, 128);
      const writer = new SlotWriter(slots);
      const taken: [number, string][] = [];
      const take = (row: number, json: Buffer): number => taken.push([row, json.toString()]);
      for (const [row, text] of rows.entries()) {
        while (!writer.put(row, Buffer.from(text))) expect(takeSlot(slots, take)).toBe(true);
      }
      writer.end();
      takeRows(slots, take);
      const expected = rows.map((text, row) => [row, Buffer.from(text).toString()]);
      expect(taken.toSorted((left, right) => left[0] - right[0])).toEqual(expected);
    }),
  );
});

test("knows what is too large for any slot", () => {
  const writer = new SlotWriter(createRowSlots(2, 16));
  expect([writer.fits(16), writer.fits(17)]).toEqual([true, false]);
});

test("wakes the writer when a slot is emptied", async () => {
  const slots = createRowSlots(1, 4);
  const writer = new SlotWriter(slots);
  writer.put(0, Buffer.from("abcd"));
  expect(writer.put(1, Buffer.from("e"))).toBe(false);
  const emptied = writer.untilEmptied();
  takeSlot(slots, () => undefined);
  await emptied;
  expect(writer.put(1, Buffer.from("e"))).toBe(true);
});
