import { expect, test } from "vitest";
import { brandLengthOf, brandStartOf, nameLengthOf, shapeReader } from "./name-shape.ts";
import { packRecords } from "./pack.ts";
import { createSyntheticCustomers } from "./synthetic-customers.ts";
import { parsedOf } from "./features/read-values.ts";
import { byCodePoint } from "../text/code-point.ts";

test("a shape tells the lengths of name and brand, and where the brand starts", () => {
  const records = createSyntheticCustomers(50, 3).records.toSorted((a, b) =>
    byCodePoint(a.id, b.id),
  );
  const shapeOf = shapeReader(packRecords(records, "customer"));
  for (const [at, record] of records.entries()) {
    const name = parsedOf(record, "legal_name", "company-name");
    const shape = shapeOf(at);
    expect(nameLengthOf(shape)).toBe(name?.norm.length);
    expect(brandLengthOf(shape)).toBe(name?.brand.length);
    expect(brandStartOf(shape)).toBe(Math.max(0, name?.norm.indexOf(name.brand) ?? 0));
  }
});
