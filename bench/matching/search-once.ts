import { certify } from "../../src/dedupe/certificate.ts";
import { searchDuplicates } from "../../src/pipeline/search-duplicates.ts";
import { openWorkerPool } from "../../src/pipeline/workers/worker-pool.ts";
import { benchDataset } from "./make-dataset.ts";
import { measureClusters } from "./quality.ts";

/**
 * One search as `dedupe` makes it, from packed columns to clusters with counts and questions, the
 * model trained and its threshold checked on the way; then its certificate:
 * `node bench/matching/search-once.ts ROWS SEED THREADS` writes what both took as JSON. The rows are
 * made and packed beforehand; reading them is not counted, but stands in the peak of memory. Threads
 * start within the measurement. The texts of pairs are written only when they are asked for.
 */
const [count = 20_000, seed = 7, threads = 1] = process.argv.slice(2).map(Number);
const { packed, labels } = benchDataset({ count, seed, isMasked: false });
const pool = openWorkerPool(threads);
const [result, search] = await measured(() => searchDuplicates(packed, {}, pool));
await pool.close();
const [, certificate] = await measured(() => certify(result.prepared));
const peakMb = process.resourceUsage().maxRSS / 1024;
const { pairs } = measureClusters(result.roots, labels);
const { cpuSeconds: certificateCpuSeconds } = certificate;
console.log(JSON.stringify({ ...search, certificateCpuSeconds, peakMb, f1: pairs.f1 }));

interface Taken {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

async function measured<Value>(
  run: () => Value | Promise<Value>,
): Promise<readonly [Value, Taken]> {
  const start = { at: performance.now(), cpu: process.cpuUsage() };
  const value = await run();
  const { user, system } = process.cpuUsage(start.cpu);
  const seconds = (performance.now() - start.at) / 1000;
  return [value, { seconds, cpuSeconds: (user + system) / 1e6 }];
}
