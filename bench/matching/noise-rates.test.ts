import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import tradeWords from "../../src/normalize/company-name/data/trade-words.json" with { type: "json" };
import { Random } from "../generator/random.ts";
import { registeredName, type Company } from "./company.ts";
import { createRows, type LabelledRow } from "./create-records.ts";
import { fieldsOfBusiness } from "./data/words.ts";
import { familyRates } from "./invent-families.ts";
import { nameNoiseRates, rowsPerCompany, sourceProfiles } from "./noise-rates.ts";

const rows: LabelledRow[] = [];
createRows(new Random(3), 60_000, (row) => rows.push(row));
const companies: readonly Company[] = [
  ...new Map(rows.map(({ company }) => [company.id, company])).values(),
];

function perMille(count: number, of: number): number {
  return (1000 * count) / of;
}

describe("generated rows", () => {
  test.each(nameNoiseRates)("have %s in about %d of a thousand", (noise, rate) => {
    const share = perMille(rows.filter((row) => row.noise.includes(noise)).length, rows.length);
    // A name that does not allow a kind of noise is passed over, and a tenth gets a second kind.
    expect(share).toBeGreaterThan(rate * 0.55);
    expect(share).toBeLessThan(rate * 1.25);
  });

  test("leave about half of the names as they are registered", () => {
    const exact = rows.filter(({ cells, company }) => cells.name === registeredName(company.name));
    expect(perMille(exact.length, rows.length)).toBeGreaterThan(450);
    expect(perMille(exact.length, rows.length)).toBeLessThan(620);
  });

  test("come from the sources by their shares", () => {
    const total = sourceProfiles.reduce((sum, { share }) => sum + share, 0);
    expect(total).toBe(100);
    const withCode = rows.filter(({ cells }) => cells.uscc !== "").length;
    const expected = sourceProfiles.reduce((sum, { share, uscc }) => sum + share * uscc, 0) / 100;
    expect((100 * withCode) / rows.length).toBeCloseTo(expected, -1);
  });

  test("are as many a company as the table says", () => {
    const counts = new Map<number, number>();
    for (const { company } of rows) counts.set(company.id, (counts.get(company.id) ?? 0) + 1);
    for (const [size, rate] of rowsPerCompany) {
      const share = perMille(
        [...counts.values()].filter((count) => count === size).length,
        counts.size,
      );
      expect(Math.abs(share - rate)).toBeLessThan(15);
    }
  });

  test("have ids that tell nothing and never repeat", () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  test("are the same for the same seed", () => {
    const make = (): string[] => {
      const made: string[] = [];
      createRows(new Random(3), 500, ({ cells }) => made.push(JSON.stringify(cells)));
      return made;
    };
    expect(make()).toEqual(make());
  });
});

describe("invented companies", () => {
  test.each(familyRates)("are kin by %s in about %d of a thousand draws", (kinship, rate) => {
    const families = new Set(
      companies.filter((each) => each.kinship === kinship).map(({ family }) => family),
    );
    const draws = new Set(companies.map(({ family }) => family)).size;
    expect(Math.abs(perMille(families.size, draws) - rate)).toBeLessThan(3);
  });

  // 20,000 random registered companies: 1,308 share their brand with another one.
  test("share brands about as often as registered ones", () => {
    const sample = companies.filter(({ kinship }) => kinship === "").slice(0, 20_000);
    const counts = new Map<string, number>();
    for (const { name } of sample) counts.set(name.brand, (counts.get(name.brand) ?? 0) + 1);
    const sharing = sample.filter(({ name }) => (counts.get(name.brand) ?? 0) > 1).length;
    expect(perMille(sharing, sample.length)).toBeGreaterThan(45);
    expect(perMille(sharing, sample.length)).toBeLessThan(85);
  });

  test("take their words from no list of the parser", () => {
    const source = readFileSync(new URL("./data/words.ts", import.meta.url), "utf8");
    expect(source).not.toContain("src/normalize");
    const known = new Set(tradeWords.flatMap((line) => line.split(" ")));
    const unknown = fieldsOfBusiness.filter(([field]) => field !== "" && !known.has(field));
    expect(unknown.length).toBeGreaterThan(fieldsOfBusiness.length / 4);
  });
});
