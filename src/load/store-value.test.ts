import { describe, expect, test } from "vitest";
import { field } from "../model/define-field.ts";
import type { FieldType } from "../model/entity.ts";
import type { StoreValue } from "../model/plan.ts";
import { columnForm, currencyOf, ownForm, toStoreValue } from "./store-value.ts";

const named = (type: FieldType, list = false): ReturnType<typeof field> =>
  field("x", ["x", "x"], type, { list });

describe("a table of our own", () => {
  test.each<[FieldType, string[], StoreValue, string | undefined, string]>([
    ["amount", ["120000.00 CNY"], 12_000_000, undefined, "minor units, the currency apart"],
    ["amount", ["120,000.5"], 12_000_050, undefined, "separators and one decimal"],
    ["amount", ["-0.00"], 0, undefined, "no negative nothing"],
    ["amount", ["0.005"], 1, "L202", "half away from zero, and said"],
    ["amount", ["-1.999"], -200, "L202", "likewise below zero"],
    ["amount", ["1.230"], 123, undefined, "zeros are no decimals"],
    ["amount", ["约50万"], null, "L201 4", "no guess"],
    ["amount", ["99999999999999999"], null, "L201 17", "more than a number holds exactly"],
    ["number", ["1,200"], 1200, undefined, "separators"],
    ["number", ["3.5"], 3.5, undefined, "decimals"],
    ["number", ["3人"], null, "L201 2", "no guess"],
    ["bool", ["是"], 1, undefined, "Chinese yes"],
    ["bool", ["No"], 0, undefined, "English no"],
    ["bool", ["也许"], null, "L201 2", "no guess"],
    ["code", ["0012"], "0012", undefined, "codes are text"],
    ["date", ["2026-11"], "2026-11", undefined, "with the precision that was given"],
    ["text", [], null, undefined, "no value"],
    ["text", [""], null, undefined, "nothing is no value"],
  ])("%s %j -> %j (%s): %s", (type, items, value, reason) => {
    expect(toStoreValue(named(type), items, ownForm)).toEqual({ value, ...(reason && { reason }) });
  });

  test("lists are JSON arrays", () => {
    const phones = ["+8613800138000", "+862112345678"];
    expect(toStoreValue(named("phone", true), phones, ownForm).value).toBe(JSON.stringify(phones));
    expect(toStoreValue(named("phone", true), [], ownForm).value).toBeNull();
  });
});

describe("an existing table", () => {
  test.each<[string, StoreValue, string]>([
    ["DECIMAL(12,2)", 120_000.5, "yuan"],
    ["REAL", 120_000.5, "yuan"],
    ["VARCHAR(20)", "120000.50", "yuan as text, with both decimals"],
    ["INTEGER", 12_000_050, "fen"],
    ["", 12_000_050, "fen, as in a table of our own"],
  ])("a column %s holds amounts as %j: %s", (type, value) => {
    const converted = toStoreValue(named("amount"), ["120000.50 CNY"], columnForm(type));
    expect(converted).toEqual({ value });
  });

  test("cents below one and below zero keep their zeros", () => {
    const text = columnForm("TEXT");
    const values = ["0.05", "-0.05", "-12.5"].map(
      (each) => toStoreValue(named("amount"), [each], text).value,
    );
    expect(values).toEqual(["0.05", "-0.05", "-12.50"]);
  });

  test("a column of one value gets the first, and the rest is told", () => {
    const found = toStoreValue(named("phone", true), ["1", "2", "3"], columnForm("TEXT"));
    expect(found).toEqual({ value: "1", reason: "L207 2" });
  });

  test("a column of JSON holds lists", () => {
    expect(toStoreValue(named("phone", true), ["1"], columnForm("JSON")).value).toBe('["1"]');
  });
});

test.each([
  ["120000.00 CNY", "CNY"],
  ["120000.00", ""],
  ["", ""],
])("%j names the currency %j", (text, currency) => {
  expect(currencyOf(text)).toBe(currency);
});
