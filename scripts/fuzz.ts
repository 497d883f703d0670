import { spawnSync } from "node:child_process";
import { join } from "node:path";

/**
 * The tests that read mutated files (`mutated-*.test.ts`), with 10,000 cases each instead of the 500 of
 * `npm test`: `npm run fuzz [-- RUNS]`.
 */
const [runs = "10000"] = process.argv.slice(2);
const { status } = spawnSync("vitest", ["run", "mutated-", "--testTimeout=7200000"], {
  cwd: join(import.meta.dirname, ".."),
  env: { ...process.env, GOLDPAN_FUZZ_RUNS: runs },
  stdio: "inherit",
});
process.exitCode = status ?? 1;
