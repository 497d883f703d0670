import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Makes the table of GB/T 4754-2017 from the reference tables beside the checkout: `node scripts/make-industry-data.ts`. */
const reference = process.argv[2] ?? join(import.meta.dirname, "../../shared/data/reference");
const target = join(import.meta.dirname, "../src/normalize/industry/data/industries.json");
const lines = readFileSync(join(reference, "gbt4754_2017.csv"), "utf8")
  .split("\n")
  .slice(1)
  .map((line) => /^([A-T]\d*),"?([^"]*?)"?,[^,]*$/.exec(line.trim()))
  .filter((match) => match !== null)
  .map(([, code = "", name = ""]) => `${code} ${name}`);
writeFileSync(target, `${JSON.stringify(lines)}\n`);
