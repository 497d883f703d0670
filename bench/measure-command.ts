import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** What a command took, as its process counts it. */
export interface Measured {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
}

/** Runs `node ...args` once and measures it. Throws with the output of a command that fails. */
export function measureCommand(args: readonly string[], cwd?: string): Measured {
  const scratch = mkdtempSync(join(tmpdir(), "goldpan-bench-"));
  const usage = join(scratch, "usage.json");
  const preload = pathToFileURL(join(import.meta.dirname, "print-usage.mjs")).href;
  const start = performance.now();
  const result = spawnSync(process.execPath, ["--import", preload, ...args], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, GOLDPAN_BENCH_USAGE: usage },
  });
  const seconds = (performance.now() - start) / 1000;
  if (result.status !== 0) throw new Error(`${args.join(" ")}\n${result.stdout}${result.stderr}`);
  // Written by print-usage.mjs.
  const counted = JSON.parse(readFileSync(usage, "utf8")) as Omit<Measured, "seconds">;
  rmSync(scratch, { recursive: true });
  return { seconds, ...counted };
}

/** The run in the middle by time, of so many. */
export function medianOf(runs: number, measure: () => Measured): Measured {
  const all = Array.from({ length: runs }, measure).toSorted((a, b) => a.seconds - b.seconds);
  const middle = all[all.length >> 1];
  if (middle === undefined) throw new Error("nothing was measured");
  return middle;
}

/** `2 x AMD EPYC, Node 24.1.0, linux` */
export function describeMachine(): string {
  const all = cpus();
  return `${all.length} x ${all[0]?.model ?? "unknown"}, Node ${process.versions.node}, ${process.platform}`;
}

/** How many processes wanted a core in the last five minutes: wall times grow with it, CPU times hardly. */
export function describeLoad(): string {
  return `load average ${(loadavg()[1] ?? 0).toFixed(1)} on ${cpus().length} cores`;
}

/** One line of a Markdown table: `| name | 1.2 | 1.1 | 140 |` */
export function measuredLine(name: string, { seconds, cpuSeconds, peakMb }: Measured): string {
  return `| ${name} | ${seconds.toFixed(1)} | ${cpuSeconds.toFixed(1)} | ${peakMb.toFixed(0)} |`;
}
