import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { editOneCustomer, logicalDump } from "./demo/crm.ts";
import { measureClusters } from "./demo/measure-clusters.ts";

/**
 * The whole way on the demo company: `npm run demo`. Each step is a real command line; the folder
 * `demo-out/` stays behind to look into.
 */
const root = join(import.meta.dirname, "..");
const folder = join(root, "demo-out");
const crm = join(folder, "crm.db");
const language = /^zh/i.test(process.env["LC_ALL"] ?? process.env["LANG"] ?? "") ? "zh" : "en";
const say = (zh: string, en: string): string => (language === "zh" ? zh : en);

function title(zh: string, en: string): void {
  process.stdout.write(`\n== ${say(zh, en)}\n`);
}

/** Runs one command line in the demo folder; any exit code but the expected one ends the demo. */
function goldpan(args: readonly string[], expected: readonly number[] = [0]): string {
  process.stdout.write(`$ goldpan ${args.join(" ")}\n`);
  const result = spawnSync(
    process.execPath,
    [
      join(root, "bin/goldpan.js"),
      ...args,
      "--as-of",
      "2026-11-24",
      "--lang",
      language,
      "--progress",
      "none",
    ],
    { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 },
  );
  process.stdout.write(result.stdout + result.stderr);
  if (!expected.includes(result.status ?? -1)) {
    throw new Error(
      `goldpan ${args[0]} ended with ${result.status}, expected ${expected.join(" or ")}`,
    );
  }
  return result.stdout;
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const part of ["exports", "mappings", "goldpan.yaml"]) {
  cpSync(join(root, "fixtures/demo", part), join(folder, part), { recursive: true });
}

title("1. 盘点: 我们有什么", "1. Inventory: what do we have");
goldpan(["inspect", "exports"]);
title("2. 导入", "2. Import");
goldpan(["import"]);
title("3. 标准化", "3. Normalize");
goldpan(["normalize"]);
title("4. 去重, 并与真值比较", "4. Dedupe, measured against the truth");
goldpan(["score", "--on", "records", "--by", "department"], [0, 1]);
goldpan(["dedupe"]);
process.stdout.write(measureClusters(folder, join(root, "fixtures/demo/truth.csv")));
title("5. 去重后的健康度", "5. Health after washing");
goldpan(["score", "--on", "golden", "--by", "department"], [0, 1]);
title("6. 预演, 加载, 核对", "6. Dry run, load, verify");
goldpan(["load", "--dry-run", "--out", "demo.plan"]);
goldpan(["load", "--plan", "demo.plan"]);
goldpan(["verify"]);
const loaded = logicalDump(crm);
goldpan(["load"]);
process.stdout.write(
  logicalDump(crm) === loaded
    ? say("第二次加载没有写入任何内容\n", "The second load wrote nothing\n")
    : say("错误: 第二次加载改变了数据\n", "ERROR: the second load changed data\n"),
);
title(
  "7. 有人在 CRM 里改了一条, 然后回滚",
  "7. Somebody edits a row in the CRM, then we roll back",
);
process.stdout.write(`${editOneCustomer(crm)}\n`);
const run = goldpan(["runs", "--format", "json"]);
// The list of runs as `goldpan runs` prints it: newest first.
const runs = JSON.parse(run) as { runs: { id: string; kind: string }[] };
const load = runs.runs.find(({ kind }) => kind === "load");
goldpan(["rollback", load?.id ?? ""], [0, 5]);
title("接下来", "Where to look next");
process.stdout.write(
  say(
    "demo-out/ 里有工作区, 计划和 CRM; `goldpan explain CODE`, `goldpan findings`, docs/guides/\n",
    "demo-out/ holds the workspace, the plan and the CRM; `goldpan explain CODE`, `goldpan findings`, docs/guides/\n",
  ),
);
