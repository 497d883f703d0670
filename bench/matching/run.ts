import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { measureBaselines, type Baseline } from "./baselines.ts";
import { benchDataset } from "./make-dataset.ts";
import { measureSearch, type SearchQuality } from "./measure-search.ts";
import type { Slice } from "./slices.ts";

/**
 * Measures the quality of the search for duplicates on invented rows with known truth:
 * `node bench/matching/run.ts ROWS [--seed N] [--masked] [--recall high] [--no-baselines]
 * [--out bench/matching/results/NAME.md] [--date YYYY-MM-DD]`. Rows are made, normalized and packed
 * once and kept in the folder for temporary files. Speed is measured by `speed.ts`.
 */
const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "7" },
    masked: { type: "boolean", default: false },
    recall: { type: "string", default: "normal" },
    "no-baselines": { type: "boolean", default: false },
    out: { type: "string" },
    date: { type: "string", default: "" },
  },
});
const count = Number(positionals[0] ?? "20000");
const options = { count, seed: Number(asked.seed), isMasked: asked.masked };
const dataset = benchDataset(options);
const { prepared, quality } = measureSearch(dataset, asked.recall === "high" ? "high" : "normal");
const baselines = asked["no-baselines"] ? [] : measureBaselines(prepared, dataset.labels);
const report = [
  `# Matching, ${count.toLocaleString("en-US")} rows${asked.masked ? ", credit codes masked" : ""}`,
  `\`node bench/matching/run.ts ${process.argv.slice(2).join(" ")}\`, ${asked.date}, Node ${process.versions.node}, ${cpus()[0]?.model ?? ""}`,
  table(["measure", "value", "asked for"], measures(quality)),
  "## Baselines at their best threshold, which nobody knows beforehand",
  table(["way", "threshold", "precision", "recall", "F1"], baselines.map(baselineRow)),
  "## Recall by noise of the name (pairs with the noise in one of the two)",
  table(["noise", "pairs", "found"], quality.noise.map(sliceRow)),
  "## Companies that look alike, wrongly joined",
  table(["kinship", "pairs", "joined"], quality.kin.map(sliceRow)),
].join("\n\n");
console.log(report);
if (asked.out !== undefined) {
  mkdirSync(dirname(asked.out), { recursive: true });
  writeFileSync(asked.out, `${report}\n`);
}

function measures(found: SearchQuality): string[][] {
  const { pairs, bCubed, auto } = found;
  return [
    ["pair completeness", share(found.pairCompleteness), ">= 0.985"],
    ["candidates a record", found.candidatesPerRecord.toFixed(2), "<= 15"],
    ["cluster-pair precision", share(pairs.precision), ""],
    ["cluster-pair recall", share(pairs.recall), ""],
    ["cluster-pair F1", share(pairs.f1), ">= 0.975"],
    ["B-cubed F1", share(bCubed.f1), ">= 0.988"],
    ["precision of matches", share(auto.precision), ">= 0.995"],
    ["recall of matches", share(auto.recall), ">= 0.90"],
    ["records that wait for review", share(found.reviewLoad), "<= 0.05"],
    ["largest cluster (true one)", `${found.largest} (${found.trueLargest})`, "<= twice"],
    ["clusters with two credit codes", String(found.clustersWithTwoCodes), "0"],
    ["clusters with two branches", String(found.clustersWithTwoBranches), "0"],
  ];
}

function baselineRow({ name, threshold, pairs }: Baseline): string[] {
  const at = threshold === undefined ? "" : threshold.toFixed(2);
  return [name, at, share(pairs.precision), share(pairs.recall), share(pairs.f1)];
}

function sliceRow({ name, pairs, together }: Slice): string[] {
  return [name, String(pairs), pairs === 0 ? "" : share(together)];
}

function share(value: number): string {
  return value.toFixed(4);
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}
