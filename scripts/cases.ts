import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { casesIn, runCase } from "../test/golden-case.ts";

/**
 * `npm run cases -- --populate [NAME...]` rewrites what golden command lines are expected to print:
 * all of them, or those whose name begins with one of the NAMEs (`inspect`, `files/empty`).
 */
const root = join(import.meta.dirname, "../test/cases");
const [flag, ...names] = process.argv.slice(2);
if (flag !== "--populate") {
  console.error(
    "Golden command lines run with `npm test`; rewrite their expectations with --populate",
  );
  process.exit(2);
}
const wanted = (name: string): boolean =>
  names.length === 0 || names.some((beginning) => name.startsWith(beginning));
for (const name of casesIn(root).filter(wanted)) {
  const { stdout, stderr, code } = runCase(join(root, name));
  writeFileSync(join(root, name, "expout"), stdout);
  writeFileSync(join(root, name, "experr"), stderr);
  writeFileSync(join(root, name, "expcode"), `${code}\n`);
}
