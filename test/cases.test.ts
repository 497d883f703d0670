import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { casesIn, runCase } from "./golden-case.ts";

const root = join(import.meta.dirname, "cases");

test.each(casesIn(root))("golden command line %s", (name) => {
  const read = (file: string): string => readFileSync(join(root, name, file), "utf8");
  expect(runCase(join(root, name))).toEqual({
    stdout: read("expout"),
    stderr: read("experr"),
    code: Number(read("expcode")),
  });
});
