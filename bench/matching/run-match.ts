import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "csv-parse/sync";
import { Random } from "../generator/random.ts";
import { describeLoad, describeMachine, measureCommand, measuredLine } from "../measure-command.ts";
import { registeredName } from "./company.ts";
import { createRows, type LabelledRow } from "./create-records.ts";

/**
 * Looks noisy names up in a list of registered ones with `goldpan match`, on names alone:
 * `node bench/matching/run-match.ts [--references N] [--queries N] [--seed N] [--date YYYY-MM-DD]
 * [--out FILE]`. One query in five more names a company that is not in the list. Needs a build.
 */
const { values: asked } = parseArgs({
  options: {
    references: { type: "string", default: "100000" },
    queries: { type: "string", default: "10000" },
    seed: { type: "string", default: "7" },
    date: { type: "string", default: "" },
    out: { type: "string" },
  },
});
const [references, queries] = [Number(asked.references), Number(asked.queries)];
const root = join(import.meta.dirname, "../..");
const scratch = mkdtempSync(join(tmpdir(), "goldpan-bench-match-"));

const companies = new Map<number, string>();
const noisy: LabelledRow[] = [];
const strangers: LabelledRow[] = [];
createRows(new Random(Number(asked.seed)), references * 3, (row) => {
  const { id, name } = row.company;
  const isListed = companies.has(id) || companies.size < references;
  if (isListed) companies.set(id, registeredName(name));
  if (row.noise.length > 0) (isListed ? noisy : strangers).push(row);
});
// Rows come company by company; every n-th is a sample of them all.
const drawn = [...everyNth(noisy, queries), ...everyNth(strangers, queries / 5)];
const truth = new Map(drawn.map((row, at) => [`q${at}`, row]));

function everyNth(rows: readonly LabelledRow[], count: number): LabelledRow[] {
  const step = rows.length / count;
  return Array.from({ length: count }, (_, at) => rows[Math.floor(at * step)]).filter(
    (row) => row !== undefined,
  );
}

function writeList(file: string, rows: readonly (readonly [string, string])[]): string {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = rows.map(([id, name]) => `${id},${cell(name)}\n`);
  const path = join(scratch, file);
  writeFileSync(path, `id,客户名称\n${lines.join("")}`);
  return path;
}

const listed = writeList(
  "listed.csv",
  [...companies].map(([id, name]) => [`c${id}`, name]),
);
const wanted = writeList(
  "wanted.csv",
  Array.from(truth, ([id, { cells }]) => [id, cells.name]),
);
const out = join(scratch, "matches.csv");
const options = ["--against", listed, "--on", "客户名称", "--id", "id", "--against-id", "id"];
const measured = measureCommand([
  join(root, "bin/goldpan.js"),
  ...["match", wanted, ...options, "--top", "1", "--out", out, "--quiet"],
]);
// Columns of `match`, commands.md.
const found = parse(readFileSync(out, "utf8"), { columns: true }) as Record<string, string>[];
rmSync(scratch, { recursive: true });

interface Tally {
  pairs: number;
  first: number;
  matched: number;
}
const tallies = new Map<string, Tally>();
for (const { query = "", match, verdict } of found) {
  const row = truth.get(query);
  if (row === undefined) continue;
  const isListed = companies.has(row.company.id);
  const isRight = match === `c${row.company.id}`;
  const groups = isListed ? ["in the list", ...row.noise] : ["not in the list"];
  for (const group of groups) {
    const tally = tallies.get(group) ?? { pairs: 0, first: 0, matched: 0 };
    tally.pairs += 1;
    tally.first += isRight ? 1 : 0;
    tally.matched += verdict === "match" ? 1 : 0;
    tallies.set(group, tally);
  }
}
const share = (part: number, whole: number): string => (part / Math.max(1, whole)).toFixed(4);
const report = `# Looking ${queries.toLocaleString("en-US")} names up in ${references.toLocaleString("en-US")}

\`node bench/matching/run-match.ts ${process.argv.slice(2).join(" ")}\`, ${asked.date}, ${describeMachine()}, ${describeLoad()}

| command | seconds | CPU seconds | peak MB |
| --- | --- | --- | --- |
${measuredLine("goldpan match", measured)}

Asked for: at most 5 s; the right one first for 0.95 of the names in the list; 0.01 of the others matched.

| names | count | right one first | matched |
| --- | --- | --- | --- |
${[...tallies].map(([group, { pairs, first, matched }]) => `| ${group} | ${pairs} | ${share(first, pairs)} | ${share(matched, pairs)} |`).join("\n")}
`;
console.log(report);
if (asked.out !== undefined) writeFileSync(asked.out, report);
