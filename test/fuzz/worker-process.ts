import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeCase } from "./make-case.ts";
import { readCase } from "./read-case.ts";

/** Answers each seed that its parent sends with what went wrong and how much memory it ever took. */
const folder = mkdtempSync(join(tmpdir(), "goldpan-fuzz-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
process.on("disconnect", () => process.exit());

process.on("message", (seed: number) => {
  const { origin, bytes } = makeCase(seed);
  const path = join(folder, "case");
  writeFileSync(path, bytes);
  void readCase(path).then((fault) => {
    const peakMb = process.resourceUsage().maxRSS / 1024;
    process.send?.({ origin, fault, peakMb });
  });
});
