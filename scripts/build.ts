import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { topHelp } from "../src/cli/help.ts";

/** Emits `dist/` afresh, with the pages that the command line shows at once; prints nothing when all is well. */
const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");
rmSync(dist, { recursive: true, force: true });
const tsc = join(root, "node_modules/typescript/bin/tsc");
const result = spawnSync(process.execPath, [tsc, "-p", join(root, "tsconfig.build.json")], {
  stdio: "inherit",
});
mkdirSync(join(dist, "cli/pages"), { recursive: true });
for (const language of ["en", "zh"] as const) {
  writeFileSync(join(dist, `cli/pages/help.${language}.txt`), topHelp(language));
}
process.exitCode = result.status ?? 1;
