import { expect, test } from "vitest";
import { readBank } from "./read-bank.ts";

test.each([
  ["上海浦东发展银行", "", "310000", "浦东发展", "a brand behind the place"],
  ["重庆农村商业银行", "", "500000", "重庆农村商业", "only a kind behind the place"],
  ["北京银行", "", "110000", "北京银行", "nothing behind the place"],
  ["中国工商银行", "", "", "中国工商", "no place"],
  ["华越银行", "440300", "440300", "华越", "a place in brackets"],
])("%s, elsewhere %j -> %s %s: %s", (name, elsewhere, region, brand) => {
  expect(readBank(name, elsewhere)).toMatchObject({ region, brand });
});
