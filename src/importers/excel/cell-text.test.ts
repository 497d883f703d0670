import type { CellObject } from "@e965/xlsx";
import { expect, test } from "vitest";
import { cellText } from "./cell-text.ts";

const number = (v: number, z?: string): CellObject => ({
  t: "n",
  v,
  ...(z !== undefined && { z }),
});

test.each<[CellObject, string, string]>([
  [number(13800138000), "13800138000", "a phone that became a number"],
  [number(45356, "yyyy-mm-dd"), "2024-03-05", "a date"],
  [number(0.25, "0%"), "0.25", "a share"],
  [number(7, "000000"), "000007", "zeros that the format adds"],
  [{ t: "b", v: true }, "TRUE", "a truth"],
  [{ t: "e", v: 42 }, "#N/A", "an error by its name"],
  [{ t: "e", v: 42, w: "#N/A" }, "#N/A", "an error as the file spells it"],
  [{ t: "s", v: "000001" }, "000001", "text as it stands"],
  [{ t: "z" }, "", "nothing"],
])("%j -> %s: %s", (cell, expected) => {
  expect(cellText(cell, false)).toBe(expected);
});
