import { mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { assertNotInput } from "./assert-not-input.ts";

const folder = mkdtempSync(join(tmpdir(), "goldpan-output-"));
const input = join(folder, "a.csv");
writeFileSync(input, "客户名称\n");
symlinkSync(input, join(folder, "link.csv"));

test.each([
  ["a.csv", true, "the same name"],
  ["./././a.csv", true, "the same file by another way"],
  ["link.csv", true, "a link to it"],
  ["b.csv", false, "a new file"],
])("refuses %s: %s (%s)", (name, isRefused) => {
  const check = (): void => assertNotInput([undefined, `${folder}/${name}`], ["-", input]);
  if (isRefused) expect(check).toThrow(expect.objectContaining({ code: "OUTPUT_IS_INPUT" }));
  else expect(check).not.toThrow();
});

test("has nothing against stdin and stdout", () => {
  expect(() => assertNotInput(["-"], ["-", "/dev/null", undefined])).not.toThrow();
});
