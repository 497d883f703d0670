import fc from "fast-check";
import { expect, test } from "vitest";
import type { EncodedCells } from "../model/source.ts";
import { CellsEncoder } from "./cells-encoder.ts";

function encodedOf(cells: readonly string[]): EncodedCells {
  const texts = cells.map((cell) => Buffer.from(JSON.stringify(cell)).subarray(1, -1));
  return {
    width: cells.length,
    mostBytes: texts.reduce((sum, { length }) => sum + length, 0),
    cellAt: (at) => cells[at] ?? "",
    mayHoldIdentity: () => true,
    writeJson(at, target, offset) {
      target.set(texts[at] ?? [], offset);
      return offset + (texts[at]?.length ?? 0);
    },
  };
}

test("cells that are bytes become the JSON that strings would", () => {
  const encoder = new CellsEncoder();
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" }), { maxLength: 30 }), (cells) => {
      const row = { row: 1, cells, encoded: encodedOf(cells) };
      expect(encoder.encode(row).toString()).toBe(JSON.stringify(cells));
      expect(encoder.encode({ row: 1, cells })).toBe(JSON.stringify(cells));
    }),
  );
});

test("a row longer than all before it has room", () => {
  const cells = ["华".repeat(1 << 16), "1"];
  const row = { row: 1, cells, encoded: encodedOf(cells) };
  expect(new CellsEncoder().encode(row).toString()).toBe(JSON.stringify(cells));
});
