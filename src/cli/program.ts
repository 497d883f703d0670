import type { CommandEntry, OptionSpec, Texts } from "./command.ts";

/** Every command with its line in the help; bodies are loaded only when they run. */
export const commands: readonly CommandEntry[] = [
  {
    name: "import",
    group: "in",
    summary: {
      en: "Read Excel and CSV exports into a workspace",
      zh: "把 Excel 和 CSV 导出文件读入工作区",
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
  {
    name: "mapping",
    group: "move",
    summary: {
      en: "Suggest, check and test mapping files, print their schema",
      zh: "建议, 检查和测试映射文件, 输出其 schema",
    },
    load: async () => (await import("./commands/mapping.ts")).mapping,
  },
  {
    name: "config",
    group: "move",
    summary: {
      en: "Show the settings in effect and where each comes from",
      zh: "显示生效的设置及其来源",
    },
    load: async () => (await import("./commands/config.ts")).config,
  },
];

export const groupTitles: Readonly<Record<CommandEntry["group"], Texts>> = {
  in: { en: "Get data in", zh: "读入数据" },
  clean: { en: "Make it clean", zh: "洗净数据" },
  measure: { en: "Measure it", zh: "衡量数据" },
  move: { en: "Move it", zh: "搬运数据" },
};

/** Options that every command understands. */
export const commonOptions: readonly OptionSpec[] = [
  {
    flags: "--lang <lang>",
    text: { en: "en, zh (default: from LANG)", zh: "en, zh (默认取自 LANG)" },
    choices: ["en", "zh"],
  },
  { flags: "-q, --quiet", text: { en: "Print only results and errors", zh: "只输出结果和错误" } },
];

/** Options of every command that reads one table. */
export const readOptions: readonly OptionSpec[] = [
  {
    flags: "--sheet <name>",
    text: {
      en: "Sheet of the workbook (default: the first with data)",
      zh: "工作表 (默认第一个有数据的)",
    },
  },
  {
    flags: "--encoding <name>",
    text: {
      en: "Encoding of a text file (default: found by content)",
      zh: "文本编码 (默认按内容判断)",
    },
  },
  {
    flags: "--header-row <n>",
    text: {
      en: "Row of the header, 0 for none (default: searched)",
      zh: "表头所在行, 0 表示没有 (默认自动查找)",
    },
  },
];
