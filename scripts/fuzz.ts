import { parseArgs } from "node:util";
import { runFuzz } from "../test/fuzz/run-fuzz.ts";

/**
 * `npm run fuzz -- [--cases 10000] [--seed 1]`: reads mutated real files, fixtures and made-up text.
 * Each must be read or refused by name, in 5 seconds and 512 MB. One case: `--cases 1 --seed N`.
 */
const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
  },
});
const [cases, first] = [Number(values.cases), Number(values.seed)];
const seeds = Array.from({ length: cases }, (_, at) => first + at);
const faults = await runFuzz(seeds, {
  longestMs: 5000,
  tell: (done) => {
    if (done % 1000 === 0) console.log(`${done} of ${cases}`);
  },
});
for (const { seed, fault } of faults) console.log(`seed ${seed}: ${fault}`);
console.log(`${cases} cases, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
