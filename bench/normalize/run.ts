import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { Converter } from "opencc-js";
import { pinyin } from "pinyin-pro";
import type { Normalizer } from "../../src/model/normalizer.ts";
import { normalizers } from "../../src/normalize/normalizers.ts";
import { foldKey } from "../../src/text/fold.ts";
import { pinyinOf } from "../../src/text/pinyin.ts";
import { simplify } from "../../src/text/simplify.ts";
import { toSimplified } from "../../src/text/traditional.ts";
import { describeMachine } from "../measure-command.ts";
import { makeCells } from "./cells.ts";

/**
 * Speed of the normalizers on one core, in cells a CPU-second, with the libraries that do part of the
 * same beside them: `node bench/normalize/run.ts [--count N] [--write]`. `--write` keeps the figures in results.md.
 */
const { values: asked } = parseArgs({
  options: {
    count: { type: "string", default: "200000" },
    write: { type: "boolean", default: false },
  },
});
const cells = makeCells(Number(asked.count));
const rounds = 5;

type Work = (cell: string) => unknown;

/** Cells a second of the best of some rounds, by the clock of the process: others may share the machine. */
function speedOf(work: Work, column: readonly string[]): number {
  for (const cell of column.slice(0, 20_000)) work(cell);
  const times = Array.from({ length: rounds }, () => {
    const start = process.cpuUsage();
    for (const cell of column) work(cell);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  });
  return (column.length / Math.min(...times)) * 1e6;
}

function normalizing(normalizer: Normalizer): Work {
  const context = normalizer.observe([]);
  const options = { repairs: "safe" } as const;
  return (cell) => normalizer.normalize(cell, context, options);
}

const convert = Converter({ from: "tw", to: "cn" });
const few = <Item>(column: readonly Item[]): readonly Item[] => column.slice(0, 20_000);

/** What is measured, on which cells, and what the design asks for; a library has no target. */
const measured: readonly (readonly [
  what: string,
  work: Work,
  column: readonly string[],
  target: number,
])[] = [
  ["company names, parsed", normalizing(normalizers["company-name"]), cells.companies, 200_000],
  ["plain mobiles", normalizing(normalizers.phone), cells.mobiles, 1_000_000],
  ["landlines", normalizing(normalizers.phone), cells.phones, 0],
  [
    "libphonenumber-js/max, parse and validate the same mobiles",
    (cell) => parsePhoneNumberFromString(cell, "CN")?.isValid(),
    few(cells.mobiles),
    0,
  ],
  ["credit codes", normalizing(normalizers.uscc), cells.codes, 2_000_000],
  ["addresses", normalizing(normalizers.address), cells.addresses, 200_000],
  ["text folding", foldKey, cells.texts, 500_000],
  ["traditional to simplified, by letter for keys", simplify, cells.traditional, 0],
  ["traditional to simplified, by phrase for people", toSimplified, cells.traditional, 0],
  ["opencc-js, the same by phrase", (cell) => convert(cell), few(cells.traditional), 0],
  ["pinyin of company names", pinyinOf, cells.companies, 0],
  [
    "pinyin-pro, the same",
    (cell) => pinyin(cell, { toneType: "none", v: true }),
    few(cells.companies),
    0,
  ],
];

const lines: string[] = [];
function say(line: string): void {
  lines.push(line);
  console.log(line);
}

say("| what | cells a CPU-second | target |");
say("| --- | ---: | ---: |");
for (const [what, work, column, target] of measured) {
  const speed = Math.round(speedOf(work, column));
  say(
    `| ${what} | ${speed.toLocaleString("en")} | ${target === 0 ? "" : target.toLocaleString("en")} |`,
  );
}

/** What a process that has just begun spends before its first cells are read; the least of some runs. */
function startUp(): { readonly modulesMs: number; readonly tablesMs: number } {
  const script = join(import.meta.dirname, "start-up.mjs");
  const all = Array.from({ length: 9 }, () => {
    const { stdout } = spawnSync(process.execPath, [script], { encoding: "utf8" });
    // Printed by start-up.mjs.
    return JSON.parse(stdout) as { modulesMs: number; tablesMs: number };
  });
  return {
    modulesMs: Math.min(...all.map(({ modulesMs }) => modulesMs)),
    tablesMs: Math.min(...all.map(({ tablesMs }) => tablesMs)),
  };
}
const { modulesMs, tablesMs } = startUp();
say("");
say(
  `Start-up: ${tablesMs.toFixed(0)} ms of CPU to build all tables (target 60), after ${modulesMs.toFixed(0)} ms to load the modules.`,
);

if (asked.write) {
  const head = [
    "# Speed of the normalizers",
    "",
    `${new Date().toISOString().slice(0, 10)}, ${describeMachine()}. Command: \`node bench/normalize/run.ts --write\` after \`npm run build\`. One core; best of ${rounds} rounds over`,
    `${cells.companies.length.toLocaleString("en")} generated cells, a tenth of the names not clean. CPU-seconds, since others ran on the machine: load ${loadavg()[0]?.toFixed(1)}.`,
    "",
  ];
  writeFileSync(join(import.meta.dirname, "results.md"), `${[...head, ...lines].join("\n")}\n`);
}
