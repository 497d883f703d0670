#!/usr/bin/env node
// Runs on every Node there is: the version is checked before anything is loaded, because
// better-sqlite3 crashes the process below Node 22.14 and no code can catch that.
"use strict";

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [major, minor] = process.versions.node.split(".").map(Number);
const isOldEnough = major > 22 || (major === 22 && minor >= 14);
const root = dirname(dirname(fileURLToPath(import.meta.url)));

if (isOldEnough) {
  if (module.enableCompileCache) module.enableCompileCache();
  const { main } = await import("../dist/cli/main.js");
  await main(process.argv.slice(2));
} else {
  runOnOwnNode(join(root, "node_modules", "node", "bin", "node"));
}

/** A checkout brings its own Node; an installed package does not. */
function runOnOwnNode(node) {
  if (!existsSync(node)) {
    const zh = /^zh/i.test(process.env.LC_ALL || process.env.LANG || "");
    process.stderr.write(
      zh
        ? `error: 需要 Node 22.14 或更高版本, 当前是 ${process.versions.node}\n\nhint: 安装新版 Node 后重试\n`
        : `error: goldpan needs Node 22.14 or newer, this is ${process.versions.node}\n\nhint: Install a newer Node and try again\n`,
    );
    process.exit(3);
  }
  const args = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const { status, signal } = spawnSync(node, args, { stdio: "inherit" });
  if (signal) process.kill(process.pid, signal);
  process.exit(status === null ? 3 : status);
}
