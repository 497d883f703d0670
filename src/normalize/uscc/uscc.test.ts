import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOrganisationCode, isRegistrationNumber, isResidentId } from "./check-digits.ts";
import { readIdentifier } from "./read-identifier.ts";
import { registrationNumber, uscc } from "./uscc.ts";

const safe = { repairs: "safe" } as const;

test.each([
  ["91110000600037341L", "91110000600037341L", "91110000600037341L", [], "a valid code stays"],
  ["９1110000 60003734-1l", "91110000600037341L", "91110000600037341L", [], "width, spaces, case"],
  ["信用代码：91110000600037341L", "91110000600037341L", "91110000600037341L", [], "a label"],
  ["9111OOOO600037341L", "91110000600037341L", "91110000600037341L", [], "letters O for zeros"],
  ["9lll0000600037341L", "91110000600037341L", "91110000600037341L", [], "small l for 1"],
  ["信用代码91110000600037341L", "91110000600037341L", "91110000600037341L", [], "no colon"],
  ["91110000600037341L(旧)", "91110000600037341L", "91110000600037341L", [], "a note behind"],
  ["91110000600037341N", "91110000600037341N", "", ["N304"], "a wrong check digit"],
  ["9.11522010783763E+17", "9.11522010783763E+17", "", ["N303"], "Excel ate the digits"],
  ["911522010783762000", "911522010783762000", "", ["N303"], "Excel kept fifteen digits"],
  ["310115600985533", "310115600985533", "", ["N305"], "a registration number is no credit code"],
  ["无", "", "", ["N003"], "nothing there"],
])("reads %s as %s: key %s, findings %s (%s)", (raw, display, key, codes) => {
  const result = uscc.normalize(raw, undefined, safe);
  expect([result.display, result.key]).toEqual([display, key]);
  expect(result.findings.map(({ code }) => code)).toEqual(codes);
});

test("masks an identity number and does not repeat it in the finding", () => {
  const { display, key, findings } = uscc.normalize("44011320141005001x", undefined, safe);
  expect([display, key]).toEqual(["440***********001X", ""]);
  expect(findings).toEqual([{ code: "N306", severity: "warning" }]);
});

test("a registration number is a key in its own column", () => {
  const { key } = registrationNumber.normalize("310115600985533", undefined, safe);
  expect(key).toBe("310115600985533");
});

test.each([
  ["91110000600037341L", "600037341", "a credit code of today"],
  ["440300600037341", "600037341", "a tax number from before 2015"],
  ["60003734-1", "600037341", "an organisation code"],
  ["310115600985533", "310115600985533", "a registration number has nothing in common with them"],
])("joins %s by %s: %s", (raw, key) => {
  expect(registrationNumber.normalize(raw, undefined, safe).key).toBe(key);
});

test("replays, is idempotent, and never changes a code into another valid one", () => {
  const letters = fc.constantFrom(..."0123456789OISZLX- ");
  const damaged = fc
    .tuple(fc.nat(17), letters)
    .map(
      ([at, letter]) =>
        "91110000600037341L".slice(0, at) + letter + "91110000600037341L".slice(at + 1),
    );
  fc.assert(
    fc.property(damaged, (raw) => {
      const { display, key } = uscc.normalize(raw, undefined, safe);
      expect(["", "91110000600037341L"]).toContain(key);
      expect(uscc.normalize(display, undefined, safe).display).toBe(display);
    }),
  );
});

const vectors = resolve(import.meta.dirname, "../../../../shared/data/vectors/ids.csv");
const checks: Readonly<Record<string, (code: string) => boolean>> = {
  uscc: (code) => readIdentifier(code)?.kind === "uscc",
  orgcode: isOrganisationCode,
  regno15: isRegistrationNumber,
  ric: isResidentId,
  ric15: isResidentId,
};

describe.skipIf(!existsSync(vectors))("the shared identifier vectors", () => {
  const rows = (existsSync(vectors) ? readFileSync(vectors, "utf8") : "")
    .split("\n")
    .slice(1)
    .map((line) => line.split(","))
    .filter((cells) => cells.length > 3);

  test.each(rows)("%s %s is %s", (kind = "", input = "", expected) => {
    const code = input.replace("-", "").toUpperCase();
    expect(checks[kind]?.(code)).toBe(expected !== "invalid");
  });
});
