import { expect, test } from "vitest";
import { commands } from "./program.ts";
import { resolveCommand } from "./resolve-command.ts";

test.each<[string[], string | undefined, string[], string]>([
  [["import", "a.csv"], "import", ["a.csv"], "one word names it"],
  [["plan", "show", "a.plan"], "plan show", ["a.plan"], "two words name it"],
  [["--lang", "zh", "-q", "runs"], "runs", ["--lang", "zh", "-q"], "shared options may go first"],
  [["--lang=zh", "runs"], "runs", ["--lang=zh"], "an option may hold its value"],
  [["mapping", "--help"], undefined, ["--help"], "a family is no command"],
  [["--quiet"], undefined, ["--quiet"], "nothing is named"],
])("%j is the command %s with the words %j because %s", async (words, name, rest) => {
  const resolved = await resolveCommand(words, commands);
  expect(resolved.entry?.name).toBe(name);
  expect(resolved.words).toEqual(rest);
});

test.each<[string[], string]>([
  [["imprt"], "Unknown command `imprt`; did you mean `goldpan import`?"],
  [["plan", "shw"], "Unknown command `plan shw`; did you mean `goldpan plan show`?"],
  [["frobnicate"], "Unknown command `frobnicate`"],
])("%j is refused with %j", async (words, expected) => {
  await expect(resolveCommand(words, commands)).rejects.toThrow(expected);
});
