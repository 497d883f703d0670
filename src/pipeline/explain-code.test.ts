import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { entityRules } from "../dedupe/hard-rules/entity-rules.ts";
import { errorMessages } from "../error-messages.ts";
import words from "../report/data/match-words.json" with { type: "json" };
import { explainCode } from "./explain-code.ts";
import { listRules } from "./list-rules.ts";

const source = join(import.meta.dirname, "..");
const codesInSource = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .flatMap((file) => readFileSync(join(source, file), "utf8").match(/"[CVUFKNMIL]\d{3}"/g) ?? [])
  .map((quoted) => quoted.slice(1, -1));
const hardRules = [...entityRules("customer"), ...entityRules("contact")].map(({ id }) => id);
const marks = Object.keys(words.rules).filter((code) => !hardRules.includes(code));
const exits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "130", "143"];

test.each([
  ...new Set([
    ...codesInSource,
    ...hardRules,
    "H9",
    ...marks,
    ...Object.keys(errorMessages),
    ...exits,
  ]),
])("%s is explained in both languages", (code) => {
  const { en, zh, name } = explainCode(code);
  expect([en, zh, name].every((text) => text.length > 0)).toBe(true);
  expect(zh).toMatch(/\p{Script=Han}/u);
});

test("no code stands for two things", () => {
  const codes = listRules().map(({ code }) => code);
  expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
});

test("a check says why it matters and how to fix it, an error what to do", () => {
  expect(explainCode("V103")).toMatchObject({ name: "phone-invalid", why: {}, howToFix: {} });
  expect(explainCode("WORKSPACE_IS_EMPTY")).toMatchObject({ name: "exit 2", howToFix: {} });
});

test.each([
  ["V113", "V103", "a slip of the finger"],
  ["IMPORT_EMTY_FILE", "IMPORT_EMPTY_FILE", "a letter that is missing"],
])("%s is unknown, %s is nearest: %s", (code, nearest) => {
  expect(() => explainCode(code)).toThrow(`Unknown code \`${code}\`; did you mean ${nearest}?`);
});
