import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  createReadStream,
  existsSync,
  linkSync,
  mkdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  describeLoad,
  describeMachine,
  measureCommand,
  measuredLine,
  medianOf,
} from "../measure-command.ts";

/**
 * Speed of the CSV path: `node bench/csv/run.ts [--runs 3] [--huge] [--write]`. Needs `npm run build`.
 * 94 MB to NDJSON beside Papa Parse, csv-parse and SheetJS (same bytes out), and 1 M x 20 rows into a
 * workspace from UTF-8 and GB18030. `--huge` reads 5 GB. `--write` keeps the figures in results.md.
 */
const { values: asked } = parseArgs({
  options: {
    runs: { type: "string", default: "3" },
    huge: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
const runs = Number(asked.runs);
const root = join(import.meta.dirname, "../..");
const cli = join(root, "bin/goldpan.js");
const folder = join(tmpdir(), "goldpan-bench-csv");
mkdirSync(folder, { recursive: true });
const lines: string[] = [];

function say(line: string): void {
  lines.push(line);
  console.log(line);
}

/** A generated table of `rows` wide rows, made once. */
function table(name: string, rows: number, ...options: string[]): string {
  const path = join(folder, name);
  const generate = [join(root, "bench/generate-large.ts"), `${rows}`, path, `${path}.labels`, "7"];
  if (!existsSync(path)) measureCommand([...generate, "--wide", ...options]);
  return path;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

const heading = "| what | wall s | CPU s | peak MB |\n| --- | ---: | ---: | ---: |";
const megabytes = (path: string): string => `${(statSync(path).size / 1e6).toFixed(0)} MB`;

async function convert(): Promise<void> {
  const input = table("rows-371k.csv", 371_000);
  say(`\n## ${megabytes(input)} of CSV (371,000 rows x 20) to NDJSON\n\n${heading}`);
  const peers = ["papaparse", "csv-parse", "sheetjs"];
  const outputs = ["goldpan", ...peers].map((name) => join(folder, `${name}.ndjson`));
  const [own = ""] = outputs;
  const convertOwn = ["convert", input, "-o", own, "--quiet"];
  say(
    measuredLine(
      "`goldpan convert`",
      medianOf(runs, () => measureCommand([cli, ...convertOwn])),
    ),
  );
  for (const peer of peers) {
    const script = join(import.meta.dirname, `peers/${peer}.ts`);
    const output = join(folder, `${peer}.ndjson`);
    say(
      measuredLine(
        peer,
        medianOf(runs, () => measureCommand([script, input, output])),
      ),
    );
  }
  const hashes = await Promise.all(outputs.map(hashOf));
  const different = outputs.filter((_, at) => hashes[at] !== hashes[0]);
  if (different.length > 0) throw new Error(`other bytes in ${different.join(", ")}`);
  say("\nAll four wrote the same bytes.");
}

function importOnce(input: string): () => ReturnType<typeof measureCommand> {
  return () => {
    const project = join(folder, "project");
    rmSync(project, { recursive: true, force: true });
    mkdirSync(join(project, "exports"), { recursive: true });
    linkSync(input, join(project, "exports/customers.csv"));
    writeFileSync(join(project, "goldpan.yaml"), "version: 1\nsources: [exports]\n");
    const mapping = [
      "mapping",
      "suggest",
      "exports/customers.csv",
      "-o",
      "mappings/customers.yaml",
    ];
    mkdirSync(join(project, "mappings"));
    measureCommand([cli, ...mapping], project);
    return measureCommand([cli, "import", "--accept-suggested", "--quiet"], project);
  };
}

function importAll(): void {
  say(`\n## 1,000,000 rows x 20 into a workspace (\`goldpan import\`)\n\n${heading}`);
  const files = [table("utf8-1m.csv", 1_000_000)];
  files.push(table("gb18030-1m.csv", 1_000_000, "--encoding", "gb18030"));
  for (const [at, name] of ["UTF-8", "GB18030"].entries()) {
    const input = files[at] ?? "";
    say(measuredLine(`${name}, ${megabytes(input)}`, medianOf(runs, importOnce(input))));
  }
}

/**
 * A table whose rows stand there several times, made in a process of its own: what this one takes
 * would count as the peak of those that it starts.
 */
function repeat(table: string, output: string, times: number): void {
  const rows = Array.from({ length: times }, () => 'tail -n +2 "$1"').join("; ");
  execFileSync("sh", ["-c", `(head -n 1 "$1"; ${rows}) > "$2"`, "sh", table, output]);
}

/** Twenty times the table of a million rows. */
function huge(): void {
  const input = join(folder, "huge.csv");
  const once = table("utf8-1m.csv", 1_000_000);
  if (!existsSync(input)) repeat(once, input, 20);
  say(
    `\n## ${megabytes(input)} of CSV (20,000,000 rows x 20) to NDJSON on /dev/null\n\n${heading}`,
  );
  for (const path of [once, input]) {
    const args = ["convert", path, "--to", "ndjson", "-o", "/dev/null", "--quiet"];
    const figures = measureCommand([cli, ...args]);
    say(measuredLine(`\`goldpan convert\`, ${megabytes(path)}`, figures));
  }
}

say("# The CSV path, measured\n");
say(`${describeMachine()}, ${new Date().toISOString().slice(0, 10)}, median of ${runs} runs.`);
say(`\`node bench/csv/run.ts ${process.argv.slice(2).join(" ")}\``);
say(`${describeLoad()} at the start.`);
await convert();
importAll();
if (asked.huge) huge();
say(`\n${describeLoad()} at the end.`);
if (asked.write) writeFileSync(join(import.meta.dirname, "results.md"), `${lines.join("\n")}\n`);
