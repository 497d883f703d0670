import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openSqliteStore } from "../../src/stores/sqlite/open-sqlite-store.ts";
import {
  describeMachine,
  measureCommand,
  measuredLine,
  type Measured,
} from "../measure-command.ts";

/**
 * Speed of a load: `node bench/load/run.ts [--rows 1000000] [--write]`. Needs `npm run build`. A CRM
 * has a quarter of the rows as customers and a quarter as contacts; the measured load updates all of
 * them and inserts as many again, into SQLite with the full journal and `synchronous=FULL`. After
 * the rollback the store must be as before. `--write` keeps the figures in results.md.
 */
const { values: asked } = parseArgs({
  options: {
    rows: { type: "string", default: "1000000" },
    write: { type: "boolean", default: false },
  },
});
const rows = Number(asked.rows);
const root = join(import.meta.dirname, "../..");
const cli = join(root, "bin/goldpan.js");
const folder = join(tmpdir(), "goldpan-bench-load");
const lines: string[] = [];

function say(line: string): void {
  lines.push(line);
  console.log(line);
}

/** Golden records: customers and contacts `count` each, the first `changed` of them in a new edition. */
function fillWorkspace(count: number, changed: number): void {
  const script = join(import.meta.dirname, "make-workspace.ts");
  const path = join(folder, ".goldpan/workspace.db");
  execFileSync(process.execPath, [script, path, String(count), String(changed)]);
}

function goldpan(...args: string[]): Measured {
  return measureCommand([cli, ...args, "--quiet", "--progress", "none"], folder);
}

/** Hash of every row of the CRM. */
async function hashOfStore(): Promise<string> {
  const store = openSqliteStore(join(folder, "crm.db"), "read");
  const hash = createHash("sha256");
  for await (const line of store.dump()) hash.update(line);
  await store.close();
  return hash.digest("hex");
}

function megabytes(name: string): string {
  return `${(statSync(join(folder, name)).size / 1e6).toFixed(0)} MB`;
}

function sum(all: readonly Measured[]): Measured {
  const add = (pick: (each: Measured) => number): number =>
    all.reduce((total, each) => total + pick(each), 0);
  const peakMb = Math.max(...all.map((each) => each.peakMb));
  return {
    seconds: add((each) => each.seconds),
    cpuSeconds: add((each) => each.cpuSeconds),
    peakMb,
  };
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "goldpan.yaml"), "version: 1\nstore: { type: sqlite, path: crm.db }\n");
if (!existsSync(join(root, "dist"))) throw new Error("run `npm run build` first");

fillWorkspace(rows / 4, 0);
goldpan("load");
const before = await hashOfStore();
fillWorkspace(rows / 2, rows / 4);

say("# A load, measured\n");
say(`${describeMachine()}, ${new Date().toISOString().slice(0, 10)}.`);
say(`\`node bench/load/run.ts ${process.argv.slice(2).join(" ")}\`\n`);
say(
  `${rows.toLocaleString("en-US")} rows, half inserts, half updates, half of them customers and half contacts.\n`,
);
say("| what | wall s | CPU s | peak MB |\n| --- | ---: | ---: | ---: |");
const plan = goldpan("load", "--dry-run", "--out", "bench.plan");
say(measuredLine("plan (`load --dry-run`)", plan));
const apply = goldpan("load", "--plan", "bench.plan");
say(measuredLine("apply (`load --plan`)", apply));
const verify = goldpan("verify");
say(measuredLine("`verify`", verify));
say(measuredLine("plan + apply + verify", sum([plan, apply, verify])));
const again = goldpan("load", "--dry-run");
say(measuredLine("plan again, nothing to do", again));
const store = openSqliteStore(join(folder, "crm.db"), "read");
const run = (await store.runs()).at(-1)?.id ?? "";
await store.close();
say(measuredLine("`rollback`", goldpan("rollback", run)));
say(
  `\nplan ${megabytes("bench.plan")}, CRM with its journal ${megabytes("crm.db")}, workspace ${megabytes(".goldpan/workspace.db")}`,
);
if ((await hashOfStore()) !== before) throw new Error("the rollback left another store");
say("After the rollback every row of the CRM is as before the load.");
rmSync(folder, { recursive: true });
if (asked.write) writeFileSync(join(import.meta.dirname, "results.md"), `${lines.join("\n")}\n`);
