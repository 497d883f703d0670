import { expect, test } from "vitest";
import { isGtin, readUdi } from "./read-udi.ts";
import { udi } from "./udi.ts";

test.each([
  ["(01)06901234567892(17)130131", "06901234567892", "17=2013-01-31", "in brackets"],
  ["0106901234567892171301311012AB", "06901234567892", "17=2013-01-31;10=12AB", "run together"],
  [
    "010690123456789210L1\u001d17130100",
    "06901234567892",
    "10=L1;17=2013-01-31",
    "a separator, a day 00",
  ],
  [
    "(17)991231(01)06901234567892",
    "06901234567892",
    "17=1999-12-31",
    "another order, the last century",
  ],
  ["6901234567892", "06901234567892", "", "thirteen digits"],
  ["MA.156.M0.100001.12345678.SABC1", "MA.156.M0.100001.12345678", "S=ABC1", "the shape of MA"],
])("reads %j as %s with %s: %s", (text, di, pi) => {
  const found = readUdi(text);
  const shown =
    typeof found === "string" ? found : found.pi.map((pair) => pair.join("=")).join(";");
  expect([typeof found === "string" ? "" : found.di, shown]).toEqual([di, pi]);
});

test.each([
  ["(01)06901234567892(17)130131", "(01)06901234567892(17)130131", "06901234567892", []],
  ["6901234567892", "6901234567892", "06901234567892", []],
  ["06901234567892.0", "06901234567892", "06901234567892", []],
  ["6.90123E+12", "6.90123E+12", "", ["N321"]],
  ["7501031311308", "7501031311308", "", ["N322"]],
  ["(01)06901234567892(17)139931", "(01)06901234567892(17)139931", "", ["N322"]],
  ["无", "", "", ["N003"]],
])("normalizes %s to %s, key %s, findings %s", (raw, display, key, codes) => {
  const result = udi.normalize(raw, undefined, { repairs: "safe" });
  expect([result.display, result.key]).toEqual([display, key]);
  expect(result.findings.map(({ code }) => code)).toEqual(codes);
});

test("any single wrong digit breaks a GTIN", () => {
  for (let at = 0; at < 13; at += 1) {
    const digit = (Number("6901234567892".charAt(at)) + 1) % 10;
    expect(isGtin("6901234567892".slice(0, at) + digit + "6901234567892".slice(at + 1))).toBe(
      false,
    );
  }
});
