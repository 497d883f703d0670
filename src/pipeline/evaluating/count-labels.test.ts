import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { countLabels } from "./count-labels.ts";

const folder = mkdtempSync(join(tmpdir(), "goldpan-labels-"));

test.each([
  ["left,right,same\na,b,是\nc,d,\n", 1, "the labelled ones alone"],
  ["left,right,same\na,b,\n", 0, "a sample that nobody has looked at"],
  ["left,right,same\na,b,maybe\n", 1, "a word that is no label"],
  ["record,entity\na,1\nb,1\n", 2, "labels of records"],
  ["客户名称\n宏远\n", 0, "another file"],
])("counts the labels of %j: %i (%s)", async (text, expected) => {
  const file = join(folder, "labels.csv");
  writeFileSync(file, text);
  expect(await countLabels(file)).toBe(expected);
});

test("finds none in a file that is not there", async () => {
  expect(await countLabels(join(folder, "nothing.xlsx"))).toBe(0);
});
