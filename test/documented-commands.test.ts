import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commandsOf, fits, runCommands } from "./documented-commands.ts";

const root = join(import.meta.dirname, "..");
const guides = readdirSync(join(root, "docs/guides")).map((name) => `docs/guides/${name}`);
const pages = ["README.md", "README.zh-CN.md", ...guides].filter((page) => page.endsWith(".md"));

function read(page: string): string {
  return readFileSync(join(root, page), "utf8");
}

/** Lines of another program: they are run by CI itself, or by nobody. */
const isOurs = (line: string): boolean => !/^(?:npm|sudo) /.test(line);

test.each(pages)("every command line of %s does what the page says", (page) => {
  const commands = commandsOf(read(page)).filter(({ line }) => isOurs(line));
  const language = page.includes("zh-CN") ? "zh" : "en";
  const printed = runCommands(
    commands.map(({ line }) => line),
    language,
  );
  for (const [at, { line, expected }] of commands.entries()) {
    const { output = [], code } = printed[at] ?? {};
    expect(code, `${line}\n${output.join("\n")}`).toBe(0);
    // A page that shows nothing says nothing about what is printed.
    if (expected.length === 0 || fits(output, expected)) continue;
    expect(output, line).toEqual(expected);
  }
});

test.each(pages.filter((page) => !page.includes("zh-CN")))(
  "%s and its Chinese page show the same command lines",
  (page) => {
    const lines = (name: string): string[] => commandsOf(read(name)).map(({ line }) => line);
    expect(lines(page.replace(/\.md$/, ".zh-CN.md"))).toEqual(lines(page));
  },
);

/** The table of the first screen: four rows of the example files, and the golden record of them. */
test.each(["README.md", "README.zh-CN.md"])(
  "the table of %s is what goldpan makes of the example",
  (page) => {
    const [, , explained] = runCommands(
      [
        "goldpan init --quiet",
        "goldpan run --accept-suggested --until dedupe --quiet",
        "goldpan explain crm:K001 --format json --show-values",
      ],
      "en",
    );
    // The explanation of a golden record as `goldpan explain` prints it.
    const { members, values } = JSON.parse(explained?.output.join("\n") ?? "") as {
      members: string[];
      values: { field: string; value: string }[];
    };
    expect(members).toHaveLength(4);
    const of = (field: string): string =>
      values
        .filter((each) => each.field === field)
        .map(({ value }) => value)
        .join(", ");
    const after = read(page)
      .split("\n")
      .filter((line) => line.startsWith("| "))
      .slice(2, 5)
      .map((line) => line.split("|").at(-2)?.trim());
    expect(after).toEqual([of("legal_name"), of("phones"), of("uscc")]);
    for (const file of ["crm.csv", "ledger.csv", "cards.csv"]) {
      const cells = read(`fixtures/first-steps/exports/${file}`).split(/[,\n]/);
      const shown = cells.filter((cell) => read(page).includes(`\`${cell}\``));
      expect(shown.length, file).toBeGreaterThan(0);
    }
  },
);
