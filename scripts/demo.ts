import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/**
 * The whole way on the demo company: `npm run demo`. Each step is a real command line; the folder
 * `demo-out/` stays behind to look into.
 */
const root = join(import.meta.dirname, "..");
const folder = join(root, "demo-out");
const language = /^zh/i.test(process.env["LC_ALL"] ?? process.env["LANG"] ?? "") ? "zh" : "en";
const say = (zh: string, en: string): string => (language === "zh" ? zh : en);

function title(zh: string, en: string): void {
  process.stdout.write(`\n== ${say(zh, en)}\n`);
}

/** Runs one command line in the demo folder; a failure ends the demo. */
function goldpan(args: readonly string[]): void {
  process.stdout.write(`$ goldpan ${args.join(" ")}\n`);
  const result = spawnSync(
    process.execPath,
    [join(root, "bin/goldpan.js"), ...args, "--lang", language],
    { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 },
  );
  process.stdout.write(result.stdout + result.stderr);
  if (result.status !== 0) throw new Error(`goldpan ${args[0]} ended with ${result.status}`);
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const part of ["exports", "mappings", "goldpan.yaml"]) {
  cpSync(join(root, "fixtures/demo", part), join(folder, part), { recursive: true });
}

title("1. 映射: 每一列去哪里", "1. Mappings: where each column goes");
goldpan(["mapping", "check", "mappings/03-old-crm.yaml"]);
title("2. 导入, 每一行都有交代", "2. Import, every row accounted for");
goldpan(["import"]);
title("3. 再导入一次: 什么都不变", "3. Import again: nothing changes");
goldpan(["import"]);
title("4. 清洗一个文件", "4. Clean one file");
goldpan([
  "clean",
  "exports/03-旧CRM导出.csv",
  "--set",
  "电话=phone",
  "--set",
  "统一社会信用代码=uscc",
  "--set",
  "最后修改时间=date",
  "-o",
  "clean.csv",
]);
title("接下来", "Where to look next");
process.stdout.write(
  say(
    "demo-out/ 里有工作区和 clean.csv; `goldpan --help`, docs/glossary.md\n",
    "demo-out/ holds the workspace and clean.csv; `goldpan --help`, docs/glossary.md\n",
  ),
);
