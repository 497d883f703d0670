import { expect, test } from "vitest";
import { MergeFiller, type VerticalMerge } from "./fill-merges.ts";

const merge = (column: number, from: number, to: number): VerticalMerge => ({ column, from, to });

test.each<[string[][], VerticalMerge[], string[][], string]>([
  [
    [
      ["华宸", "王"],
      ["", "李"],
      ["明远", "赵"],
    ],
    [merge(0, 1, 2)],
    [
      ["华宸", "王"],
      ["华宸", "李"],
      ["明远", "赵"],
    ],
    "each row says it",
  ],
  [
    [
      ["客户", "联系"],
      ["", "姓名", "手机"],
    ],
    [merge(0, 1, 2)],
    [
      ["客户", "联系"],
      ["", "姓名", "手机"],
    ],
    "a tall heading stays one",
  ],
  [
    [["华宸", "王"], [], ["", "李"]],
    [merge(0, 1, 3)],
    [["华宸", "王"], [], ["华宸", "李"]],
    "a blank row stays blank",
  ],
  [
    [["王", "", "华宸"], ["李"]],
    [merge(2, 1, 2)],
    [
      ["王", "", "华宸"],
      ["李", "", "华宸"],
    ],
    "a row that ends before the column grows to it",
  ],
  [
    [
      ["华宸", "王"],
      ["启航", "李"],
    ],
    [merge(0, 1, 2)],
    [
      ["华宸", "王"],
      ["启航", "李"],
    ],
    "text under a merge is kept",
  ],
  [
    [
      ["", "王"],
      ["", "李"],
    ],
    [merge(0, 1, 2)],
    [
      ["", "王"],
      ["", "李"],
    ],
    "nothing to repeat",
  ],
  [
    [
      ["a", "x"],
      ["", "y"],
      ["b", "z"],
      ["", "w"],
    ],
    [merge(0, 3, 4), merge(0, 1, 2)],
    [
      ["a", "x"],
      ["a", "y"],
      ["b", "z"],
      ["b", "w"],
    ],
    "merges in any order",
  ],
])("%j with %j -> %j: %s", (rows, merges, expected) => {
  const filler = new MergeFiller(merges);
  const filled = rows.map((cells, at) => filler.filled({ row: at + 1, cells }));
  expect(filled.map(({ cells }) => cells)).toEqual(expected);
});

test("merges that lie over one another cost no more than one for each column", () => {
  const merges = Array.from({ length: 20_000 }, (_, at) => merge(0, at + 1, 20_000));
  const rows = merges.map((_, at) => ({ row: at + 1, cells: [at % 2 === 0 ? `${at}` : "", "x"] }));
  const filler = new MergeFiller(merges);
  const filled = rows.map((row) => filler.filled(row));
  expect(filled[19_999]?.cells).toEqual(["19998", "x"]);
});
