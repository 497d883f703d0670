import type { CommandEntry, CommandGroup, Texts } from "./command.ts";

/** Every command with its line in the help; bodies are loaded only when they run. */
export const commands: readonly CommandEntry[] = [
  {
    name: "init",
    group: "start",
    summary: {
      en: "Begin a project: goldpan.yaml and mappings for the files found",
      zh: "建立项目: goldpan.yaml 和所见文件的映射",
    },
    load: async () => (await import("./commands/init.ts")).init,
  },
  {
    name: "run",
    group: "start",
    summary: {
      en: "Import, normalize, dedupe, score and rehearse the load in one go",
      zh: "一次完成导入, 标准化, 去重, 评分和加载预演",
    },
    load: async () => (await import("./commands/run.ts")).run,
  },
  {
    name: "config",
    group: "start",
    summary: {
      en: "Show the settings in effect and where each comes from",
      zh: "显示生效的设置及其来源",
    },
    load: async () => (await import("./commands/config.ts")).config,
  },
  {
    name: "completion",
    group: "start",
    summary: { en: "Print a completion script for your shell", zh: "输出 shell 补全脚本" },
    load: async () => (await import("./commands/completion.ts")).completion,
  },
  {
    name: "inspect",
    group: "in",
    summary: {
      en: "Show what is in files: format, columns, overlap, likely system",
      zh: "盘点文件内容: 格式, 列, 重叠, 可能的系统",
    },
    load: async () => (await import("./commands/inspect.ts")).inspect,
  },
  {
    name: "mapping suggest",
    group: "in",
    summary: { en: "Propose a mapping for a file", zh: "为文件建议映射" },
    load: async () => (await import("./commands/mapping-suggest.ts")).mappingSuggest,
  },
  {
    name: "mapping check",
    group: "in",
    summary: { en: "Check mappings for mistakes and doubts", zh: "检查映射中的错误和疑点" },
    load: async () => (await import("./commands/mapping-check.ts")).mappingCheck,
  },
  {
    name: "mapping test",
    group: "in",
    summary: { en: "Run the examples that mappings hold", zh: "运行映射中的示例" },
    load: async () => (await import("./commands/mapping-test.ts")).mappingTest,
  },
  {
    name: "mapping schema",
    group: "in",
    summary: { en: "Print the JSON Schema of mappings", zh: "输出映射的 JSON Schema" },
    load: async () => (await import("./commands/mapping-schema.ts")).mappingSchema,
  },
  {
    name: "import",
    group: "in",
    summary: {
      en: "Read Excel, CSV and CRM exports into the workspace",
      zh: "把 Excel, CSV 和 CRM 导出读入工作区",
    },
    load: async () => (await import("./commands/import.ts")).importCommand,
  },
  {
    name: "convert",
    group: "in",
    summary: {
      en: "Write any readable table as CSV, xlsx or NDJSON",
      zh: "把任何可读的表格转成 CSV, xlsx 或 NDJSON",
    },
    load: async () => (await import("./commands/convert.ts")).convert,
  },
  {
    name: "diff",
    group: "in",
    summary: {
      en: "Compare two versions of a table by key",
      zh: "按键比较一张表的两个版本",
    },
    load: async () => (await import("./commands/diff.ts")).diff,
  },
  {
    name: "normalize",
    group: "clean",
    summary: {
      en: "Bring names, phones, emails, ids, addresses and dates to one form",
      zh: "统一名称, 电话, 邮箱, 编号, 地址和日期的写法",
    },
    load: async () => (await import("./commands/normalize.ts")).normalize,
  },
  {
    name: "dedupe",
    group: "clean",
    summary: {
      en: "Find records of the same customer, in the project or in one file",
      zh: "找出同一客户的记录 (整个项目或单个文件)",
    },
    load: async () => (await import("./commands/dedupe.ts")).dedupe,
  },
  {
    name: "match",
    group: "clean",
    summary: {
      en: "Look a list of names up in a reference list",
      zh: "在参照表中查找一个名单",
    },
    load: async () => (await import("./commands/match.ts")).match,
  },
  {
    name: "review",
    group: "clean",
    summary: {
      en: "Decide the pairs that dedupe was not sure about",
      zh: "裁决去重时不确定的记录对",
    },
    load: async () => (await import("./commands/review.ts")).review,
  },
  {
    name: "clean",
    group: "clean",
    summary: {
      en: "Normalize columns of one file: phones, codes, dates, text",
      zh: "规范化一个文件的若干列: 电话, 代码, 日期, 文本",
    },
    load: async () => (await import("./commands/clean.ts")).clean,
  },
  {
    name: "decisions",
    group: "clean",
    summary: { en: "List and revoke decisions about pairs", zh: "查看和撤销对记录对的裁决" },
    load: async () => (await import("./commands/decisions.ts")).decisions,
  },
  {
    name: "score",
    group: "measure",
    summary: {
      en: "Compute data health, by department or owner",
      zh: "按部门或负责人计算数据健康度",
    },
    load: async () => (await import("./commands/score.ts")).score,
  },
  {
    name: "findings",
    group: "measure",
    summary: {
      en: "List the problems in the data and rejected rows",
      zh: "列出数据问题和被拒的行",
    },
    load: async () => (await import("./commands/findings.ts")).findings,
  },
  {
    name: "explain",
    group: "measure",
    summary: {
      en: "Explain a code, a golden record, or why two records match",
      zh: "解释代码, 黄金记录, 或两条记录为何相同",
    },
    load: async () => (await import("./commands/explain.ts")).explain,
  },
  {
    name: "find",
    group: "measure",
    summary: {
      en: "Look customers and contacts up by name, pinyin or number",
      zh: "按名称, 拼音或号码查找客户和联系人",
    },
    load: async () => (await import("./commands/find.ts")).find,
  },
  {
    name: "evaluate",
    group: "measure",
    summary: {
      en: "Measure clusters against labels: precision, recall, F1",
      zh: "用标注衡量聚类: 查准率, 查全率, F1",
    },
    load: async () => (await import("./commands/evaluate.ts")).evaluate,
  },
  {
    name: "load",
    group: "move",
    summary: {
      en: "Write golden records into the CRM store (try --dry-run first)",
      zh: "把黄金记录写入 CRM (先试 --dry-run)",
    },
    load: async () => (await import("./commands/load.ts")).load,
  },
  {
    name: "plan show",
    group: "move",
    summary: { en: "Show what a plan will change", zh: "显示计划将改动什么" },
    load: async () => (await import("./commands/plan-show.ts")).planShow,
  },
  {
    name: "verify",
    group: "move",
    summary: {
      en: "Read back what a load wrote and compare",
      zh: "读回加载的内容并核对",
    },
    load: async () => (await import("./commands/verify.ts")).verify,
  },
  {
    name: "rollback",
    group: "move",
    summary: {
      en: "Undo a load and keep what users edited since",
      zh: "撤销一次加载, 保留之后的人工修改",
    },
    load: async () => (await import("./commands/rollback.ts")).rollback,
  },
  {
    name: "runs",
    group: "move",
    summary: { en: "Look back on what was done", zh: "回顾做过的每一次运行" },
    load: async () => (await import("./commands/runs.ts")).runs,
  },
  {
    name: "unlock",
    group: "move",
    summary: { en: "Take away the lock of a process that died", zh: "清除已终止进程留下的锁" },
    load: async () => (await import("./commands/unlock.ts")).unlock,
  },
];

/** Titles of the groups, in the order of the help. */
export const groupTitles: Readonly<Record<CommandGroup, Texts>> = {
  start: { en: "Begin", zh: "开始" },
  in: { en: "Get data in", zh: "读入数据" },
  clean: { en: "Make it clean", zh: "洗净数据" },
  measure: { en: "Measure it", zh: "衡量数据" },
  move: { en: "Move it", zh: "搬运数据" },
};
