import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { canonicalModel } from "../model/canonical-model.ts";
import type { Normalizer } from "../model/normalizer.ts";
import { bool } from "./bool.ts";
import { code } from "./code.ts";
import { enumNormalizer } from "./enum-value.ts";
import { normalizers } from "./normalizers.ts";
import { number } from "./number.ts";
import { normalizationRules } from "./rules.ts";
import { udi } from "./udi/udi.ts";
import { url } from "./url.ts";

const declared = normalizationRules.map(({ code }) => code);

test("no two rules share a code or a name", () => {
  expect(new Set(declared).size).toBe(declared.length);
  expect(new Set(normalizationRules.map(({ name }) => name)).size).toBe(declared.length);
});

test("every code that a normalizer gives has a rule, and every rule is given by one", () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" });
  const sources = files.filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  const given = sources.flatMap((file) => {
    const text = readFileSync(join(import.meta.dirname, file), "utf8");
    return text.replaceAll(/\bcode: "N\d{3}",\n\s*name:/g, "").match(/(?<=")N\d{3}(?=")/g) ?? [];
  });
  // The text room has no findings of its own; N001 is given where records are put together.
  const elsewhere = ["N001", "N101", "N102", "N104", "N105", "N106", "N107", "N108", "N109"];
  const all = new Set([...given, ...elsewhere]);
  expect([...all].filter((code) => !declared.includes(code))).toEqual([]);
  expect(declared.filter((code) => !all.has(code))).toEqual([]);
});

const source = canonicalModel.entities.customer.fields.find(({ name }) => name === "source");
const all: readonly Normalizer[] = [
  ...Object.values(normalizers),
  ...[bool, number, code, url, udi],
  enumNormalizer(source?.values ?? []),
];
const withExample = normalizationRules.filter(({ example }) => example !== undefined);

test.each(withExample)("$code does what its example $example says", ({ code: rule, example }) => {
  const [before = "", after = ""] = example ?? [];
  const outcomes = all.map((normalizer) =>
    normalizer.normalize(before, normalizer.observe([before]), { repairs: "safe" }),
  );
  const isShown = outcomes.some(
    ({ display, changes, findings }) =>
      (display === after && changes.some((change) => change.rule === rule)) ||
      findings.some(
        (finding) => finding.code === rule && [display, finding.detail].includes(after),
      ),
  );
  expect(isShown).toBe(true);
});

test("both languages say what each rule means, without a full stop", () => {
  for (const { zh, en } of normalizationRules) {
    expect(zh).toMatch(/^[^。]*\p{Script=Han}[^。]*$/u);
    expect(en).toMatch(/^[A-Z].*[^.]$/);
  }
});
