import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describeMachine } from "./measure-command.ts";

/**
 * What the commonest calls cost beside a bare `node -e 0`: `node bench/start-up.ts [RUNS]`, after
 * `node scripts/build.ts`. The calls take turns; processor time is what they are judged by, because
 * it hardly depends on what else the machine does. Writes `bench/results/start-up.md`. Linux only.
 */
const runs = Number(process.argv[2] ?? 60);
const root = join(import.meta.dirname, "..");
const goldpan = join(root, "bin/goldpan.js");
const limit = 1.5;

const calls: readonly (readonly [name: string, args: readonly string[]])[] = [
  ["node -e 0", ["-e", "0"]],
  ["goldpan --version", [goldpan, "--version"]],
  ["goldpan --help", [goldpan, "--help"]],
  ["goldpan import --help", [goldpan, "import", "--help"]],
];

interface Cost {
  cpuMs: number;
  readonly wallMs: number[];
}

/** User and system time of all children so far, in ms: proc(5), stat, fields 16 and 17 in ticks of 10 ms. */
function childrenMs(): number {
  const [, after = ""] = readFileSync("/proc/self/stat", "utf8").split(") ");
  const fields = after.split(" ");
  return (Number(fields[13]) + Number(fields[14])) * 10;
}

function runOnce(args: readonly string[], cost: Cost): void {
  const [cpu, wall] = [childrenMs(), performance.now()];
  const { status } = spawnSync(process.execPath, args);
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}`);
  cost.wallMs.push(performance.now() - wall);
  cost.cpuMs += childrenMs() - cpu;
}

const costs = calls.map((): Cost => ({ cpuMs: 0, wallMs: [] }));
for (let run = 0; run < runs; run += 1) {
  for (const [at, [, args]] of calls.entries()) {
    const cost = costs[at];
    if (cost !== undefined) runOnce(args, cost);
  }
}

const bare = costs[0]?.cpuMs ?? 1;
const lines = costs.map(({ cpuMs, wallMs }, at) => {
  const median = wallMs.toSorted((a, b) => a - b)[runs >> 1] ?? 0;
  const cells = [calls[at]?.[0], (cpuMs / runs).toFixed(0), median.toFixed(0)];
  return `| ${[...cells, (cpuMs / bare).toFixed(2)].join(" | ")} |`;
});
const page = `# Start-up

${describeMachine()}; ${new Date().toISOString().slice(0, 10)}; \`node bench/start-up.ts ${runs}\`.
\`goldpan --help\` may take ${limit} times as long as bare Node.

| call | processor ms, mean | wall ms, median | processor time beside bare Node |
| --- | --- | --- | --- |
${lines.join("\n")}
`;
mkdirSync(join(root, "bench/results"), { recursive: true });
writeFileSync(join(root, "bench/results/start-up.md"), page);
console.log(page);
const help = costs[calls.findIndex(([name]) => name === "goldpan --help")]?.cpuMs ?? Infinity;
if (help > bare * limit) process.exitCode = 1;
