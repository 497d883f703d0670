import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type NormalizerName, normalizerNames } from "../src/model/normalizer.ts";
import type { Parsed } from "../src/model/parsed.ts";
import { normalizers } from "../src/normalize/normalizers.ts";

const folder = join(import.meta.dirname, "../fixtures/values");
const tables = normalizerNames.filter((name) => readdirSync(folder).includes(`${name}.tsv`));
const marks: Readonly<Record<string, string>> = {
  "\\n": "\n",
  "\\t": "\t",
  "\\u200b": "\u200b",
  "\\\\": "\\",
};

function rowsOf(name: NormalizerName): readonly (readonly string[])[] {
  const [, ...lines] = readFileSync(join(folder, `${name}.tsv`), "utf8")
    .replace(/\n$/, "")
    .split("\n");
  return lines.map((line) => line.split("\t").map(unescaped));
}

function unescaped(cell: string): string {
  return cell.replace(/\\(?:n|t|u200b|\\)/g, (mark) => marks[mark] ?? mark);
}

function partsOf(parsed: Parsed | undefined): string {
  if (parsed?.kind === "company-name")
    return [parsed.region, parsed.brand, parsed.form, parsed.branch].join("|");
  if (parsed?.kind === "phone") return parsed.type;
  if (parsed?.kind === "address") return [parsed.region, parsed.road, parsed.number].join("|");
  if (parsed?.kind !== "person") return "";
  return [parsed.surname, parsed.given, parsed.title, parsed.gender].join("|");
}

test("there are tables for the values that people write", () => {
  expect(tables.length).toBeGreaterThanOrEqual(8);
});

describe.each(tables)("%s", (name) => {
  const normalizer = normalizers[name];
  const alone = normalizer.observe([]);

  test.each(rowsOf(name))("%s", (...row) => {
    const [raw = "", display, keys, read, codes] = row;
    const found = normalizer.normalize(raw, alone, { repairs: "safe" });
    expect({
      display: found.display,
      keys: found.items.map(({ key }) => key).join(" "),
      read: partsOf(found.items[0]?.parsed),
      codes: found.findings.map(({ code }) => code).join(" "),
    }).toEqual({ display, keys, read, codes });
    const again = normalizer.normalize(found.display, alone, { repairs: "safe" });
    expect([again.display, again.key]).toEqual([found.display, found.key]);
  });
});
