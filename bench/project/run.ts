import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  describeMachine,
  measureCommand,
  measuredLine,
  type Measured,
} from "../measure-command.ts";

/**
 * Speed of a project's stations: `node bench/project/run.ts [--rows 1000000] [--write]`. Needs
 * `npm run build`. Customers of 20 columns with a contact in each row go from source rows to records
 * with packed columns, and are scored; the same file is searched for duplicates without a project.
 * `--write` keeps the figures in results.md.
 */
const { values: asked } = parseArgs({
  options: {
    rows: { type: "string", default: "1000000" },
    write: { type: "boolean", default: false },
  },
});
const root = join(import.meta.dirname, "../..");
const cli = join(root, "bin/goldpan.js");
const folder = join(tmpdir(), "goldpan-bench-project");
const source = "exports/customers.csv";

const mapping = `version: 1
source: { files: ["exports/*.csv"], system: crm, exported_at: "2026-11-20" }
entity: customer
row_key: [rec_id]
fields:
  source_code: rec_id
  legal_name: { from: 客户名称, required: true }
  uscc: 统一社会信用代码
  phones: 电话
  address: 地址
  owner: 负责人
  department: 部门
  industry: 行业
  source: 客户来源
  cooperation_stage: 合作阶段
  level: 客户级别
  annual_purchase: 年采购额预估
  source_created_at: 创建时间
  last_activity_at: 最近跟进时间
  note: 备注
children:
  - entity: contact
    fields:
      name: 联系人
      title: 职务
      mobiles: 手机
      emails: 邮箱
      wechat_id: 微信号
      owners: 负责人
`;

function goldpan(...args: string[]): Measured {
  return measureCommand([cli, ...args, "--quiet", "--progress", "none"], folder);
}

function makeProject(): void {
  rmSync(folder, { recursive: true, force: true });
  for (const part of ["exports", "mappings"]) mkdirSync(join(folder, part), { recursive: true });
  writeFileSync(join(folder, "goldpan.yaml"), "version: 1\nsources: [exports]\n");
  writeFileSync(join(folder, "mappings/customers.yaml"), mapping);
  const files = [join(folder, source), join(folder, "labels.csv")];
  const script = join(root, "bench/generate-large.ts");
  measureCommand([script, asked.rows, ...files, "--wide"]);
}

if (!existsSync(join(root, "dist"))) throw new Error("run `npm run build` first");
makeProject();
const measured = [
  ["import", goldpan("import")],
  ["normalize", goldpan("normalize")],
  ["score --on records", goldpan("score", "--on", "records")],
  ["dedupe FILE", goldpan("dedupe", source, "--id", "rec_id", "--clusters", "clusters.csv")],
] as const;
const megabytes = (statSync(join(folder, ".goldpan/workspace.db")).size / 1e6).toFixed(0);
rmSync(folder, { recursive: true });

const [load = 0] = loadavg();
const text = [
  "# Speed of a project's stations",
  "",
  `${describeMachine()}. Command: \`node bench/project/run.ts --rows ${asked.rows} --write\` after \`npm run build\`,`,
  `at a load average of ${load.toFixed(1)}. ${Number(asked.rows).toLocaleString("en-US")} rows of 20 columns, a customer and a contact in each; the workspace has ${megabytes} MB.`,
  "",
  "| command | seconds | CPU seconds | peak MB |",
  "| --- | ---: | ---: | ---: |",
  ...measured.map(([name, figures]) => measuredLine(name, figures)),
  "",
].join("\n");
console.log(text);
if (asked.write) writeFileSync(join(import.meta.dirname, "results.md"), text);
