import fc from "fast-check";
import { expect, test } from "vitest";
import { createRowSlots, SlotWriter, takeRows, takeSlot, type TakeRows } from "./row-slots.ts";

test("hands every row over once, whatever room there is", () => {
  const texts = fc.array(fc.string({ maxLength: 24, unit: "grapheme" }), { maxLength: 200 });
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 4 }), (rows, count) => {
      const slots = createRowSlots(count, 512);
      const writer = new SlotWriter(slots);
      const taken: [number, unknown][] = [];
      const take: TakeRows = (numbers, json) => {
        const cells: unknown[] = JSON.parse(json);
        expect(cells).toHaveLength(numbers.length);
        numbers.forEach((row, at) => taken.push([row, cells[at]]));
      };
      for (const [row, text] of rows.entries()) {
        const json = Buffer.from(JSON.stringify([text]));
        while (!writer.put(row, json)) expect(takeSlot(slots, take)).toBe(true);
      }
      writer.end();
      takeRows(slots, take);
      const expected = rows.map((text, row) => [row, [text]]);
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
