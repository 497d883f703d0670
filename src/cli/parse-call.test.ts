import { expect, test } from "vitest";
import { GoldpanError } from "../errors.ts";
import { clean } from "./commands/clean.ts";
import { parseCall } from "./parse-call.ts";

test.each<[string[], string, string]>([
  [["a.csv"], "Cannot run `goldpan clean`: it needs `--set <column=normalizer>`", "is required"],
  [["--set", "a=phone"], "Cannot run `goldpan clean`: `<file>` is missing", "names no file"],
  [
    ["a.csv", "--set"],
    "Cannot run `goldpan clean`: `--set` needs a value",
    "leaves an option empty",
  ],
  [
    ["a.csv", "b.csv", "--set", "a=phone"],
    "Cannot run `goldpan clean`: it was given more words than it takes",
    "names two files",
  ],
  [
    ["a.csv", "--set", "a=phone", "--repair", "none"],
    "Unknown option `--repair` of `goldpan clean`; did you mean `--repairs <which>`?",
    "stops short",
  ],
  [
    ["a.csv", "--set", "a=phone", "--frobnicate"],
    "Unknown option `--frobnicate` of `goldpan clean`",
    "is like no option",
  ],
  [
    ["a.csv", "--set", "a=phone", "--repairs", "all"],
    'Cannot use `--repairs`: expected one of safe, none, found "all"',
    "is no choice",
  ],
])("%j says %j because it %s", (words, expected) => {
  const parse = (): unknown => parseCall("clean", clean, words);
  expect(parse).toThrow(GoldpanError);
  expect(parse).toThrow(expected);
});

test("keeps the options of the command apart from those that all commands have", () => {
  const words = ["a.csv", "--set", "a=phone", "--set", "b=date", "--lang", "zh"];
  const { own, common } = parseCall("clean", clean, words);
  expect(own.args).toEqual(["a.csv"]);
  expect(own.options).toEqual({ set: ["a=phone", "b=date"], output: "-", repairs: "safe" });
  expect(common.options).toEqual({ lang: "zh" });
});
