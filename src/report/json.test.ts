import { expect, test } from "vitest";
import { stableJson } from "./json.ts";

test("equal values are equal bytes, and the format comes first", () => {
  const one = stableJson({ b: [{ d: 1, c: null }], format: "goldpan.x/1", a: "客户" });
  const other = stableJson({ a: "客户", b: [{ c: null, d: 1 }], format: "goldpan.x/1" });
  expect(one).toBe(other);
  expect(one).toMatch(/^\{\n  "format": "goldpan.x\/1",\n  "a": "客户"/);
  expect(one.endsWith("}\n")).toBe(true);
});
