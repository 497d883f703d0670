import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeMachine, measureCommand, measuredLine } from "./measure-command.ts";

/**
 * What `goldpan inspect` takes on tables of growing length: its memory must not grow with them.
 * `node bench/inventory.ts`, after `node scripts/build.ts`. Writes `bench/results/inventory.md`.
 */
const root = join(import.meta.dirname, "..");
const folder = join(tmpdir(), "goldpan-bench-inventory");
mkdirSync(folder, { recursive: true });

function table(rows: number): string {
  const path = join(folder, `wide-${rows}.csv`);
  if (existsSync(path)) return path;
  const generator = join(root, "bench/generate-large.ts");
  const args = [generator, String(rows), path, join(folder, `labels-${rows}.csv`), "--wide"];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return path;
}

const lines = [100_000, 300_000, 1_000_000].map((rows) => {
  const path = table(rows);
  const megabytes = Math.round(readFileSync(path).length / 1e6);
  const output = join(folder, "inventory.json");
  const args = [join(root, "bin/goldpan.js"), "inspect", path, "--quiet", "-o", output];
  return measuredLine(
    `${rows.toLocaleString("en-US")} rows x 20, ${megabytes} MB`,
    measureCommand(args),
  );
});
const page = `# Taking stock

${describeMachine()}; ${new Date().toISOString().slice(0, 10)}; \`node bench/inventory.ts\`. \`goldpan inspect\` of one
CSV file: fill rate, different values, patterns, suspicious values, personal data and keys of every column.

| table | seconds | CPU-seconds | peak MB |
| --- | --- | --- | --- |
${lines.join("\n")}
`;
mkdirSync(join(root, "bench/results"), { recursive: true });
writeFileSync(join(root, "bench/results/inventory.md"), page);
console.log(page);
