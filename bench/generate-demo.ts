import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { demoFiles, demoSeed } from "./generator/demo-files.ts";

/**
 * Writes the seven exports of the demo company and their truth, by default into `fixtures/demo`:
 * `node bench/generate-demo.ts [SEED] [FOLDER]`.
 */
const [seed = String(demoSeed), folder = join(import.meta.dirname, "../fixtures/demo")] =
  process.argv.slice(2);
const { files, truth } = await demoFiles(Number(seed));
mkdirSync(join(folder, "exports"), { recursive: true });
for (const { name, bytes } of files) writeFileSync(join(folder, "exports", name), bytes);
writeFileSync(join(folder, "truth.csv"), truth);
