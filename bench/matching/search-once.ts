import { tmpdir } from "node:os";
import { join } from "node:path";
import { searchDuplicates } from "../../src/pipeline/search-duplicates.ts";
import { openWorkerPool } from "../../src/pipeline/workers/worker-pool.ts";
import { cachedDataset, type Dataset } from "./dataset.ts";
import { measureClusters } from "./quality.ts";
import type { DedupeResult } from "../../src/dedupe/resolve-clusters.ts";
import { findRecord } from "../../src/dedupe/decided-pairs.ts";

/**
 * One search, from packed columns to clusters with the reasons of their pairs:
 * `node bench/matching/search-once.ts ROWS SEED THREADS` writes what it took as JSON. The rows are
 * made and packed beforehand; reading them is not counted, but stands in the peak of memory.
 */
const [count = 20_000, seed = 7, threads = 1] = process.argv.slice(2).map(Number);
const dataset = cachedDataset(join(tmpdir(), "goldpan-bench-matching"), {
  count,
  seed,
  isMasked: false,
});
const pool = openWorkerPool(threads);
const start = { at: performance.now(), cpu: process.cpuUsage() };
const result = await searchDuplicates(dataset.packed, {}, pool);
const cpu = process.cpuUsage(start.cpu);
const seconds = (performance.now() - start.at) / 1000;
const peakMb = process.resourceUsage().maxRSS / 1024;
await pool.close();
const { pairs } = measureClusters(rootsOf(result, dataset), dataset.labels);
const cpuSeconds = (cpu.user + cpu.system) / 1e6;
console.log(JSON.stringify({ seconds, cpuSeconds, peakMb, f1: pairs.f1 }));

function rootsOf({ clusters }: DedupeResult, { packed }: Dataset): Int32Array {
  const roots = new Int32Array(packed.size);
  for (const { members } of clusters) {
    const records = members.map((id) => findRecord(packed, id));
    for (const record of records) roots[record] = Math.min(...records);
  }
  return roots;
}
