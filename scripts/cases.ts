import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { casesIn, runCase } from "../test/golden-case.ts";

/** `npm run cases -- --populate` rewrites what each golden command line is expected to print. */
const root = join(import.meta.dirname, "../test/cases");
if (!process.argv.includes("--populate")) {
  console.error(
    "Golden command lines run with `npm test`; rewrite their expectations with --populate",
  );
  process.exit(2);
}
for (const name of casesIn(root)) {
  const { stdout, stderr, code } = runCase(join(root, name));
  writeFileSync(join(root, name, "expout"), stdout);
  writeFileSync(join(root, name, "experr"), stderr);
  writeFileSync(join(root, name, "expcode"), `${code}\n`);
}
