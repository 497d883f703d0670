import type { CommandEntry, CommandGroup, Texts } from "./command.ts";

/** Every command with its line in the help; bodies are loaded only when they run. */
export const commands: readonly CommandEntry[] = [
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
    name: "clean",
    group: "clean",
    summary: {
      en: "Normalize columns of one file: phones, codes, dates, text",
      zh: "规范化一个文件的若干列: 电话, 代码, 日期, 文本",
    },
    load: async () => (await import("./commands/clean.ts")).clean,
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
