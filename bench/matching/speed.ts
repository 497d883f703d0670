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
    "| rows | threads | seconds | CPU-seconds | per million rows | peak MB | per million rows | certificate, CPU-seconds | cluster-pair F1 |",
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ...lines,
  ].join("\n"),
  "The model is trained and its threshold checked on the way, as `dedupe` does it. The peak counts the packed columns, which are read before the clock starts.",
].join("\n\n");
console.log(report);
if (asked.out !== undefined) writeFileSync(asked.out, `${report}\n`);

function measure(rows: number, threads: number): string {
  // Making rows takes more memory than searching them, so it is done by a process of its own.
  run("make-dataset.ts", ["--max-old-space-size=10000"], [String(rows), asked.seed]);
  const output = run("search-once.ts", [], [String(rows), asked.seed, String(threads)]);
  const taken: Record<
    "seconds" | "cpuSeconds" | "certificateCpuSeconds" | "peakMb" | "f1",
    number
  > = JSON.parse(output);
  const { seconds, cpuSeconds, certificateCpuSeconds, peakMb, f1 } = taken;
  const perMillion = 1_000_000 / rows;
  const cells = [
    rows.toLocaleString("en-US"),
    threads,
    seconds.toFixed(1),
    cpuSeconds.toFixed(1),
    (cpuSeconds * perMillion).toFixed(1),
    peakMb.toFixed(0),
    (peakMb * perMillion).toFixed(0),
    certificateCpuSeconds.toFixed(1),
    f1.toFixed(4),
  ];
  return `| ${cells.join(" | ")} |`;
}

function run(script: string, flags: readonly string[], args: readonly string[]): string {
  const command = [...flags, join(import.meta.dirname, script), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
