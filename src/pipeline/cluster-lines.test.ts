import { expect, test } from "vitest";
import { TextPoolBuilder } from "../dedupe/text-pool.ts";
import { clusterLines } from "./cluster-lines.ts";
import type { RowIds } from "./row-ids.ts";

/** Ids in the order of the rows; `rowsById` says in which order they sort. */
function idsOf(ids: readonly string[], rowsById: readonly number[]): RowIds {
  const pool = new TextPoolBuilder();
  for (const id of ids) pool.add(id);
  return { texts: pool.finish(), rowsById: Int32Array.from(rowsById) };
}

function linesOf(ids: RowIds, roots: readonly number[], byId: boolean): string {
  return Buffer.concat([...clusterLines(Int32Array.from(roots), ids, byId)]).toString();
}

test("lines stand in the order of the ids, or of the rows", () => {
  const ids = idsOf(["b", "a", "c"], [1, 0, 2]);
  expect(linesOf(ids, [0, 1, 0], true)).toBe("record,cluster\na,a\nb,b\nc,a\n");
  expect(linesOf(ids, [0, 1, 0], false)).toBe("record,cluster\nb,b\na,a\nc,a\n");
});

test.each([
  ["k~ 1!", "k~ 1!", "plain letters"],
  ["a,b", '"a,b"', "a comma"],
  ['say "hi"', '"say ""hi"""', "quotes"],
  ["a\r\nb", '"a\r\nb"', "ends of lines"],
  ["a\tb\u007f", "a\tb\u007f", "control letters"],
  ["宏远é😀", "宏远é😀", "letters of several bytes"],
  ["\ud800", "\ufffd", "half a letter"],
])("the id %j is the cell %j: %s", (id, cell) => {
  expect(linesOf(idsOf([id], [0]), [0], true)).toBe(`record,cluster\n${cell},${cell}\n`);
});

test.each([
  ["many lines", Array.from({ length: 50_000 }, (_, at) => `k${at + 100_000}`)],
  ["a line longer than a chunk", ["k1", `k2${'"'.repeat(400_000)}`, "k3"]],
])("%s come in chunks, none cut", (_, ids) => {
  const cells = ids.map((id) => (id.includes('"') ? `"${id.replaceAll('"', '""')}"` : id));
  const lines = cells.map((cell) => `${cell},${cell}\n`);
  const order = ids.map((__, at) => at);
  const chunks = [...clusterLines(Int32Array.from(order), idsOf(ids, order), true)];
  expect(chunks.length).toBeGreaterThan(1);
  expect(chunks.every((chunk) => chunk.at(-1) === 10)).toBe(true);
  expect(Buffer.concat(chunks).toString()).toBe(`record,cluster\n${lines.join("")}`);
});
