import { expect, test } from "vitest";
import { textTable } from "./text-table.ts";

test("keeps columns in line over Han letters, numbers to the right, blanks as a dash", () => {
  const columns = [
    { title: "Sheet", align: "left" },
    { title: "Rows", align: "right" },
    { title: "Note", align: "left" },
  ] as const;
  const text = textTable(columns, [
    ["客户台账", "8,214", ""],
    ["a", "1", "x"],
  ]);
  expect(text).toBe(
    [
      "  Sheet      Rows  Note",
      "  --------  -----  ----",
      "  客户台账  8,214  -",
      "  a             1  x",
      "",
    ].join("\n"),
  );
});
