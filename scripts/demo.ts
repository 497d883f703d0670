import { join, relative } from "node:path";
import { countHardCases, writeLabels } from "./demo/cluster-labels.ts";
import { editOneCustomer, logicalDump } from "./demo/crm.ts";
import { claim, folder, goldpan, print, say, scene, setStage } from "./demo/stage.ts";

/**
 * The whole way on the demo company: `npm run demo`. Every step is a real command line, about one
 * screen; every claim is checked, and the demo fails with the first that does not hold.
 */
const truth = join(import.meta.dirname, "../fixtures/demo/truth.csv");
const crm = join(folder, "crm.db");

setStage();

scene(
  ["盘点", "Inventory"],
  ["七个文件, 里面是什么, 哪些要迁移", "seven files: what is in them, what must migrate"],
);
goldpan("inspect exports -o inventory.html");

scene(
  ["导入", "Import"],
  ["每一行都有交代; 再导入一次什么都不变", "every row accounted for; once more changes nothing"],
);
goldpan("import");
const again = JSON.parse(goldpan("import --format json", { quiet: true })) as {
  files: { status: string }[];
};
const unchanged = again.files.filter(({ status }) => status === "unchanged").length;
claim(
  unchanged === 7,
  `再次导入: ${unchanged} 个文件都已导入过, 没有变化`,
  `imported again: ${unchanged} files, none of them changed anything`,
);

scene(
  ["标准化", "Normalize"],
  ["原值不变, 每次修复都记录规则", "raw values stay, each repair has its rule"],
);
goldpan("normalize");

scene(["去重之前的健康度", "Health before"], ["按部门", "by department"]);
goldpan("score --on records --by department --report json=before.json");

scene(
  ["去重", "Dedupe"],
  ["不确定的留给人, 不合并", "what is not sure waits for a person and is not merged"],
);
goldpan("dedupe");
writeLabels(folder, truth);
print("\n");
goldpan("evaluate customer-clusters.csv --labels customer-labels.csv --min-f1 0.95");
const { twoCodes, branchWithParent } = countHardCases(folder, truth);
claim(
  twoCodes === 0,
  `${twoCodes} 个簇里有两个不同的有效信用代码`,
  `${twoCodes} clusters with two different valid credit codes`,
);
claim(
  branchWithParent === 0,
  `${branchWithParent} 个簇里分公司与总公司混在一起`,
  `${branchWithParent} clusters with a branch and its parent`,
);

scene(["去重之后的健康度", "Health after"], ["与之前比较", "beside what it was"]);
goldpan("score --on golden --by department --against before.json");

scene(
  ["预演加载", "Rehearse the load"],
  ["计划存成文件, 不写入任何数据", "the plan is a file, nothing is written"],
);
goldpan("load --dry-run --out demo.plan");

scene(
  ["加载并核对", "Load and verify"],
  ["严格执行该计划; 第二次加载不再写入", "exactly that plan; a second load writes nothing"],
);
goldpan("load --plan demo.plan");
goldpan("verify");
const loaded = logicalDump(crm);
goldpan("load", { quiet: true });
claim(
  logicalDump(crm).join("\n") === loaded.join("\n"),
  `第二次加载: CRM 中 ${loaded.length} 行没有一行变化`,
  `loaded again: of ${loaded.length} rows in the CRM none changed`,
);

scene(
  ["人工修改与回滚", "An edit by hand, and rollback"],
  [
    "有人在 CRM 里改了一个客户; 回滚保留这次修改",
    "somebody edits a customer; rollback keeps the edit",
  ],
);
print(`sqlite> ${editOneCustomer(crm)}\n`);
goldpan(`rollback ${latestLoad()}`, { codes: [5] });
const left = logicalDump(crm);
claim(
  left.length === 1 && (left[0] ?? "").includes("每季度"),
  `回滚之后 CRM 中只剩被修改的 ${left.length} 行`,
  `after the rollback the CRM holds the ${left.length} row that was edited`,
);

scene(["接下来", "Where to look next"], [`都在 ${folder}`, `all of it is in ${folder}`]);
const goldpanHere = `node ${relative(folder, join(import.meta.dirname, "../bin/goldpan.js"))}`;
print(
  say(
    `  inventory.html     盘点结果, 用浏览器打开
  docs/guides/       每页一个任务

$ cd ${relative(process.cwd(), folder)}
$ ${goldpanHere} explain U201      一项检查是什么意思
$ ${goldpanHere} findings          数据里的问题
$ ${goldpanHere} review            逐对裁决疑似重复
$ ${goldpanHere} runs              做过的每一次运行
`,
    `  inventory.html     the inventory, for a browser
  docs/guides/       one page a task

$ cd ${relative(process.cwd(), folder)}
$ ${goldpanHere} explain U201      what a check means
$ ${goldpanHere} findings          the problems in the data
$ ${goldpanHere} review            decide the pairs that are not sure
$ ${goldpanHere} runs              what was done
`,
  ),
);

/** The list of runs as \`goldpan runs\` prints it: newest first. */
function latestLoad(): string {
  const listed: unknown = JSON.parse(goldpan("runs --format json", { quiet: true }));
  const { runs } = listed as { runs: { id: string | number; step?: string; kind?: string }[] };
  return String(runs.find(({ step, kind }) => (kind ?? step) === "load")?.id);
}
