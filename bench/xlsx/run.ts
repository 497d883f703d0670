import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  describeMachine,
  measureCommand,
  measuredLine,
  medianOf,
  type Measured,
} from "../measure-command.ts";

/**
 * Speed of the .xlsx reader beside exceljs and SheetJS: `node bench/xlsx/run.ts [--runs 3] [--write]`.
 * Needs `npm run build`. 200,000 rows x 15 with their texts in a table and in the cells, to rows and to
 * NDJSON; 1,000,000 rows to see what memory does. `--write` keeps the figures in results.md.
 */
const { values: asked } = parseArgs({
  options: { runs: { type: "string", default: "3" }, write: { type: "boolean", default: false } },
});
const runs = Number(asked.runs);
const root = join(import.meta.dirname, "../..");
const folder = join(tmpdir(), "goldpan-bench-xlsx");
mkdirSync(folder, { recursive: true });
const lines: string[] = [];

function say(line: string): void {
  lines.push(line);
  console.log(line);
}

/** A generated workbook of `rows` rows, made once. */
function workbook(name: string, rows: number, ...options: string[]): string {
  const path = join(folder, name);
  const generate = [join(root, "bench/generate-xlsx.ts"), `${rows}`, path, "7", ...options];
  if (!existsSync(path)) measureCommand(generate);
  return path;
}

const heading = "| what | wall s | CPU s | peak MB |\n| --- | ---: | ---: | ---: |";
const megabytes = (path: string): string => `${(statSync(path).size / 1e6).toFixed(0)} MB`;

function measure(name: string, times: number, ...args: readonly string[]): Measured {
  const figures = medianOf(times, () => measureCommand(args));
  say(measuredLine(name, figures));
  return figures;
}

function readBy(reader: string, input: string, times = runs): Measured {
  return measure(reader, times, join(import.meta.dirname, `readers/${reader}.ts`), input);
}

function convert(input: string): Measured {
  const cli = join(root, "bin/goldpan.js");
  const output = join(folder, "out.ndjson");
  const once = (): Measured => {
    // Taking away the file of the run before is none of its work.
    rmSync(output, { force: true });
    return measureCommand([cli, "convert", input, "-o", output, "--quiet"]);
  };
  const figures = medianOf(runs, once);
  say(measuredLine("`goldpan convert` to NDJSON", figures));
  return figures;
}

say("# The .xlsx path, measured\n");
say(`${describeMachine()}, ${new Date().toISOString().slice(0, 10)}, median of ${runs} runs.`);
say(`\`node bench/xlsx/run.ts ${process.argv.slice(2).join(" ")}\``);
say(
  `Load average when it began: ${(loadavg()[0] ?? 0).toFixed(1)}. Where others use the machine, compare CPU seconds.`,
);
for (const [name, about, ...options] of [
  ["table.xlsx", "texts in a table, as Excel writes"],
  ["inline.xlsx", "texts in the cells, as programs write that stream", "--inline"],
] as const) {
  const input = workbook(name, 200_000, ...options);
  say(`\n## 200,000 rows x 15, ${megabytes(input)}, ${about}\n\n${heading}`);
  readBy("goldpan", input);
  const exceljs = readBy("exceljs", input);
  readBy("sheetjs", input);
  const share = convert(input).seconds / exceljs.seconds;
  say(`\nConverting takes ${share.toFixed(3)} of the time in which exceljs reads.`);
}
const large = workbook("large.xlsx", 1_000_000);
say(`\n## 1,000,000 rows x 15, ${megabytes(large)}, texts in a table\n\n${heading}`);
readBy("goldpan", large, 1);
if (asked.write) writeFileSync(join(import.meta.dirname, "results.md"), `${lines.join("\n")}\n`);
