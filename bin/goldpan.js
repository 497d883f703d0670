#!/usr/bin/env node
// Runs on every Node that knows modules: the version is checked before anything is loaded, because
// better-sqlite3 crashes the process below Node 22.14 and no code can catch that.
import { existsSync } from "node:fs";
import module from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const self = fileURLToPath(import.meta.url);
const ownNode = join(dirname(dirname(self)), "node_modules", "node", "bin", "node");

if (isNewEnough(process.versions.node)) {
  if (module.enableCompileCache) module.enableCompileCache();
  void import("../dist/cli/main.js").then(({ main }) => main(process.argv.slice(2)));
} else if (existsSync(ownNode)) {
  void Promise.all([import("node:child_process"), import("node:os")]).then(runOnOwnNode);
} else {
  process.stderr.write(tooOldText());
  process.exitCode = 3;
}

function isNewEnough(version) {
  const [major, minor] = version.split(".").map(Number);
  return major > 22 || (major === 22 && minor >= 14);
}

/** A checkout brings its own Node; signals and the exit code pass through. */
function runOnOwnNode([{ spawn }, { constants }]) {
  const child = spawn(ownNode, [self].concat(process.argv.slice(2)), { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => child.kill(signal));
  }
  child.on("error", () => {
    process.stderr.write(tooOldText());
    process.exitCode = 3;
  });
  child.on("exit", (code, signal) => {
    process.exitCode = signal === null ? code : 128 + constants.signals[signal];
  });
}

function tooOldText() {
  const { GOLDPAN_LANG, LC_ALL, LANG } = process.env;
  const found = process.versions.node;
  return /^zh/i.test(GOLDPAN_LANG || LC_ALL || LANG || "")
    ? `error: 需要 Node 22.14 或更高版本, 当前是 ${found}\n\nhint: 安装新版 Node 后重试\n`
    : `error: goldpan needs Node 22.14 or newer, this is ${found}\n\nhint: Install a newer Node and try again\n`;
}
