import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { defaultModel } from "../dedupe/default-model.ts";
import { readOwnModel } from "./own-model.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "goldpan-model-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a project may bring its own weights for customers", async () => {
  const own = { ...defaultModel("customer"), name: "ours" };
  writeFileSync(join(folder, "m.json"), JSON.stringify(own));
  expect(await readOwnModel("customer", "m.json", folder)).toEqual(own);
  expect(await readOwnModel("contact", "m.json", folder)).toBeUndefined();
  expect(await readOwnModel("customer", undefined, folder)).toBeUndefined();
});

test("a model that is not there is called that, in both languages", async () => {
  await expect(readOwnModel("customer", "m.json", folder)).rejects.toMatchObject({
    details: { reason: "no such file", reasonZh: "没有这个文件" },
  });
});

test.each([
  ["{", "no JSON"],
  ['{"version":2}', "another version"],
  ["", "no file"],
])("%j is refused: %s", async (text) => {
  if (text !== "") writeFileSync(join(folder, "m.json"), text);
  await expect(readOwnModel("customer", "m.json", folder)).rejects.toMatchObject({
    code: "DEDUPE_MODEL_NOT_READ",
    exitCode: 2,
  });
});
