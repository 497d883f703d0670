import { existsSync, readFileSync, statSync } from "node:fs";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { GoldpanError } from "../../errors.ts";
import { withInput } from "./input-file.ts";

test("a named file is read where it is", async () => {
  expect(await withInput("a.csv", (file) => Promise.resolve(file))).toBe("a.csv");
});

test("stdin becomes a file of its own that is gone afterwards", async () => {
  let path = "";
  const text = await withInput(
    "-",
    (file) => {
      path = file;
      expect(statSync(file).mode & 0o077).toBe(0);
      return Promise.resolve(readFileSync(file, "utf8"));
    },
    Readable.from(["a,b\n", "1,2\n"]),
  );
  expect(text).toBe("a,b\n1,2\n");
  expect(existsSync(path)).toBe(false);
});

test("an error about it names what was typed", async () => {
  const failing = withInput(
    "-",
    (file) => Promise.reject(new GoldpanError("IMPORT_NO_ROWS", { file })),
    Readable.from(["a"]),
  );
  await expect(failing).rejects.toMatchObject({ details: { file: "-" } });
});

test("a terminal has nothing to read", async () => {
  const input = Object.assign(Readable.from([]), { isTTY: true });
  await expect(withInput("-", () => Promise.resolve(), input)).rejects.toMatchObject({
    code: "IMPORT_EMPTY_FILE",
  });
});
