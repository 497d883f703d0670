import { expect, test } from "vitest";
import { inventName, inventRecord } from "../invented-records.ts";
import { packRecords } from "../pack.ts";
import { columnOf } from "../packed-records.ts";
import { letterRarities } from "./letter-rarity.ts";

const brands = [
  ...Array.from({ length: 31 }, (_, at) => `宏${String.fromCharCode(0x6000 + at)}`),
  "neon",
];
const packed = packRecords(
  brands.map((brand, at) =>
    inventRecord(`a:${at + 10}`, "customer", { legal_name: [inventName({ norm: brand, brand })] }),
  ),
  "customer",
);

test.each([
  ["宏", 1, "nearly all names have it: rounded to a quarter bit"],
  ["\u6000", 20, "one of thirty-two has it: five bits"],
  ["e", 0, "every Latin name has one, though one of thirty-two names is Latin"],
  ["z", 0, "no name has it, and there is but one Latin name"],
])("%s tells %i quarter bits: %s", (letter, quarters) => {
  expect(letterRarities(columnOf(packed, "brand"))[letter.charCodeAt(0)]).toBe(quarters);
});
