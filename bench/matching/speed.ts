import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { describeLoad, describeMachine } from "../measure-command.ts";

/**
 * What a search for duplicates takes from packed columns to clusters, by rows and threads:
 * `node bench/matching/speed.ts ROWS ... [--seed N] [--date YYYY-MM-DD] [--out FILE]`. Each search
 * is a process of its own.
 */
const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "7" },
    date: { type: "string", default: "" },
    out: { type: "string" },
  },
});
const lines = positionals.flatMap((rows) =>
  [1, 2].map((threads) => measure(Number(rows), threads)),
);
const report = [
  "# From packed columns to clusters",
  `\`node bench/matching/speed.ts ${process.argv.slice(2).join(" ")}\`, ${asked.date}, ${describeMachine()}, ${describeLoad()}`,
  [
    "| rows | threads | seconds | CPU-seconds | CPU-seconds per 100,000 | peak MB | cluster-pair F1 |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...lines,
  ].join("\n"),
  "The reasons of all pairs are written too. The peak counts the packed columns, which are read before the clock starts.",
].join("\n\n");
console.log(report);
if (asked.out !== undefined) writeFileSync(asked.out, `${report}\n`);

function measure(rows: number, threads: number): string {
  const script = join(import.meta.dirname, "search-once.ts");
  const args = [script, String(rows), asked.seed, String(threads)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  const taken: Record<"seconds" | "cpuSeconds" | "peakMb" | "f1", number> = JSON.parse(stdout);
  const { seconds, cpuSeconds, peakMb, f1 } = taken;
  const per100k = (cpuSeconds / rows) * 100_000;
  const cells = [
    rows.toLocaleString("en-US"),
    threads,
    seconds.toFixed(1),
    cpuSeconds.toFixed(1),
    per100k.toFixed(2),
    peakMb.toFixed(0),
    f1.toFixed(4),
  ];
  return `| ${cells.join(" | ")} |`;
}
