import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withOutput, writeOutput } from "./output.ts";
import type { Device } from "./terminal.ts";

const device: Device = {
  stdout: async () => {
    throw Object.assign(new Error("write"), { code: "ENOSPC" });
  },
  stderr: () => undefined,
  columns: 100,
  isTTY: false,
  env: {},
  cwd: ".",
  now: () => new Date(0),
};

test("leaves the old file and nothing else when the work fails half-way", async () => {
  const folder = mkdtempSync(join(tmpdir(), "goldpan-output-"));
  const file = join(folder, "a.csv");
  writeFileSync(file, "old\n");
  const work = withOutput(file, device, async (write) => {
    await write("half\n");
    throw new Error("stopped");
  });
  await expect(work).rejects.toThrow("stopped");
  expect(readdirSync(folder)).toEqual(["a.csv"]);
  expect(readFileSync(file, "utf8")).toBe("old\n");
});

test.each([
  ["/dev/full", "Cannot write `/dev/full`: no space left on the device"],
  ["no/such/folder/a.csv", "Cannot write `no/such/folder/a.csv`: no such folder"],
  ["-", "Cannot write `stdout`: no space left on the device"],
])("says what is wrong with %s", async (path, expected) => {
  await expect(writeOutput(path, device, "text\n")).rejects.toThrow(expected);
});
