import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Everything `npm test` promises, one step after the other; a failed step does not hide the next.
 * Ends with `N passed, N failed, N skipped`: the tests of vitest plus one for each other step.
 * In CI a skipped test counts as a failure: whatever a test needs is installed there.
 */
interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
}

const root = join(import.meta.dirname, "..");
const scratch = mkdtempSync(join(tmpdir(), "goldpan-test-"));

function run(command: string, args: readonly string[]): boolean {
  const result = spawnSync(command, args, { cwd: root, stdio: "inherit" });
  return result.status === 0;
}

function step(name: string, command: string, ...args: string[]): Outcome {
  process.stdout.write(`\n== ${name}\n`);
  const ok = run(command, args);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

function vitest(): Outcome {
  process.stdout.write("\n== tests\n");
  const report = join(scratch, "vitest.json");
  const ok = run("vitest", [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  // A run that was killed leaves no report.
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  // The shape of vitest's JSON report; a missing field shows as NaN in the closing line.
  const result = JSON.parse(readFileSync(report, "utf8")) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
  };
  const unexplained = !ok && result.numFailedTests === 0 ? 1 : 0;
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + unexplained,
    skipped: result.numPendingTests,
  };
}

const outcomes = [
  step("format", "oxfmt", "--check", "."),
  step("lint", "oxlint", "--type-aware"),
  step("types", "tsc", "-p", "tsconfig.json"),
  step("build", "node", "scripts/build.ts"),
  vitest(),
  step("dead code", "knip"),
  step("package", "publint", "--strict"),
];
rmSync(scratch, { recursive: true });

const total = outcomes.reduce((sum, each) => ({
  passed: sum.passed + each.passed,
  failed: sum.failed + each.failed,
  skipped: sum.skipped + each.skipped,
}));
const skipFails = process.env["CI"] === "true" && total.skipped > 0;
process.stdout.write(
  `\n${total.passed} passed, ${total.failed + (skipFails ? total.skipped : 0)} failed, ${skipFails ? 0 : total.skipped} skipped\n`,
);
process.exitCode = total.failed > 0 || skipFails ? 1 : 0;
