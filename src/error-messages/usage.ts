/** Errors `USAGE_...`. Sorted by code. */
export const usageMessages = {
  USAGE_UNKNOWN_COLUMN: {
    exit: 2,
    en: "Cannot find column `{column}` in `{file}`, found {columns}",
    zh: "`{file}` 中没有列 `{column}`, 现有 {columns}",
  },
  USAGE_UNKNOWN_COMMAND: {
    exit: 2,
    en: "Unknown command `{command}`; did you mean `{near}`?",
    zh: "未知命令 `{command}`; 是否想用 `{near}`?",
    hint: { en: "See the commands with `goldpan --help`", zh: "用 `goldpan --help` 查看全部命令" },
  },
  USAGE_UNKNOWN_ENCODING: {
    exit: 2,
    en: "Unknown encoding `{encoding}`, expected utf-8, gb18030, gbk, big5, utf-16le, utf-16be or windows-1252",
    zh: "未知编码 `{encoding}`, 可用 utf-8, gb18030, gbk, big5, utf-16le, utf-16be, windows-1252",
  },
  USAGE_UNKNOWN_OPTION: {
    exit: 2,
    en: "Unknown option `{option}` of `goldpan {command}`; did you mean `{near}`?",
    zh: "`goldpan {command}` 没有选项 `{option}`; 是否想用 `{near}`?",
    hint: {
      en: "See its options with `goldpan {command} --help`",
      zh: "用 `goldpan {command} --help` 查看选项",
    },
  },
  USAGE_WRONG_CALL: {
    exit: 2,
    en: "Cannot run `goldpan {command}`: {reason}",
    zh: "无法运行 `goldpan {command}`: {reason}",
    hint: {
      en: "See how it is called with `goldpan {command} --help`",
      zh: "用 `goldpan {command} --help` 查看用法",
    },
  },
} as const;
