import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { demoFiles, demoSeed } from "./demo-files.ts";

const folder = join(import.meta.dirname, "../../fixtures/demo");

test("the demo company is what its seed makes of it, byte for byte", async () => {
  const { files, truth } = await demoFiles(demoSeed);
  expect(files.map(({ name }) => name)).toEqual(readdirSync(join(folder, "exports")).toSorted());
  for (const { name, bytes } of files) {
    const committed = readFileSync(join(folder, "exports", name));
    expect(Buffer.compare(Buffer.from(bytes), committed), name).toBe(0);
  }
  expect(truth).toBe(readFileSync(join(folder, "truth.csv"), "utf8"));
});

test("about 3,000 rows go back to 1,200 true customers, branches among them", async () => {
  const { truth } = await demoFiles(demoSeed);
  const rows = truth
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
  const customers = new Set(rows.map(([, , customer]) => customer));
  expect(rows.length).toBeGreaterThan(2_700);
  expect(customers.size).toBeGreaterThan(1_100);
  expect(rows.filter(([, , , , branchOf]) => branchOf !== "").length).toBeGreaterThan(50);
});
