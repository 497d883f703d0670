import { expect, test } from "vitest";
import { simplify } from "../../text/simplify.ts";
import lines from "./data/divisions.json" with { type: "json" };
import withdrawnLines from "./data/withdrawn-divisions.json" with { type: "json" };
import { divisionOf, divisionsNamed } from "./divisions.ts";

test("every division is found by its name in simplified letters", () => {
  const names = [
    ...lines.map((line) => line.slice(7)),
    ...withdrawnLines.map((line) => line.split(" ")[1] ?? ""),
  ];
  for (const name of names) {
    expect(divisionsNamed(simplify(name))).toContainEqual(expect.objectContaining({ name }));
  }
});

test("the letter that is written otherwise stays in the name", () => {
  expect(divisionOf("610424")).toMatchObject({ name: "乾县", key: simplify("乾县") });
});
