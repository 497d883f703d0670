/** Errors `USAGE_...`. Sorted by code. */
export const usageMessages = {
  USAGE_EXCESS_ARGUMENT: {
    exit: 2,
    en: "Cannot run `goldpan {command}`: it was given more words than it takes",
    zh: "无法运行 `goldpan {command}`: 参数过多",
    hint: {
      en: "See how it is called with `goldpan {command} --help`",
      zh: "用 `goldpan {command} --help` 查看用法",
    },
  },
  USAGE_MISSING_ARGUMENT: {
    exit: 2,
    en: "Cannot run `goldpan {command}`: `<{argument}>` is missing",
    zh: "无法运行 `goldpan {command}`: 缺少 `<{argument}>`",
    hint: {
      en: "See how it is called with `goldpan {command} --help`",
      zh: "用 `goldpan {command} --help` 查看用法",
    },
  },
  USAGE_MISSING_OPTION: {
    exit: 2,
    en: "Cannot run `goldpan {command}`: it needs `{option}`",
    zh: "无法运行 `goldpan {command}`: 需要 `{option}`",
    hint: {
      en: "See how it is called with `goldpan {command} --help`",
      zh: "用 `goldpan {command} --help` 查看用法",
    },
  },
  USAGE_MISSING_SUBCOMMAND: {
    exit: 2,
    en: "Cannot run `goldpan {command}`: name one of {names}",
    zh: "无法运行 `goldpan {command}`: 请指定 {names} 之一",
    hint: { en: "See the commands with `goldpan --help`", zh: "用 `goldpan --help` 查看全部命令" },
  },
  USAGE_MISSING_VALUE: {
    exit: 2,
    en: "Cannot run `goldpan {command}`: `{option}` needs a value",
    zh: "无法运行 `goldpan {command}`: `{option}` 需要一个值",
    hint: {
      en: "See how it is called with `goldpan {command} --help`",
      zh: "用 `goldpan {command} --help` 查看用法",
    },
  },
  USAGE_MISTYPED_COMMAND: {
    exit: 2,
    en: "Unknown command `{command}`; did you mean `{near}`?",
    zh: "未知命令 `{command}`; 是否想用 `{near}`?",
    hint: { en: "See the commands with `goldpan --help`", zh: "用 `goldpan --help` 查看全部命令" },
  },
  USAGE_MISTYPED_OPTION: {
    exit: 2,
    en: "Unknown option `{option}` of `goldpan {command}`; did you mean `{near}`?",
    zh: "`goldpan {command}` 没有选项 `{option}`; 是否想用 `{near}`?",
    hint: {
      en: "See how it is called with `goldpan {command} --help`",
      zh: "用 `goldpan {command} --help` 查看用法",
    },
  },
  USAGE_NOT_TOGETHER: {
    exit: 2,
    en: "Cannot run `goldpan {command}`: `{one}` and `{other}` exclude each other",
    zh: "无法运行 `goldpan {command}`: `{one}` 和 `{other}` 不能同时使用",
    hint: {
      en: "See how it is called with `goldpan {command} --help`",
      zh: "用 `goldpan {command} --help` 查看用法",
    },
  },
  USAGE_ONLY_TOGETHER: {
    exit: 2,
    en: "Cannot run `goldpan {command}`: `{one}` works only with `{other}`",
    zh: "无法运行 `goldpan {command}`: `{one}` 只能与 `{other}` 一起使用",
    hint: {
      en: "See how it is called with `goldpan {command} --help`",
      zh: "用 `goldpan {command} --help` 查看用法",
    },
  },
  USAGE_UNKNOWN_CODE: {
    exit: 2,
    en: "Unknown code `{code}`; did you mean {nearest}?",
    zh: "未知代码 `{code}`; 是不是 {nearest}?",
  },
  USAGE_UNKNOWN_COLUMN: {
    exit: 2,
    en: "Cannot find column `{column}` in `{file}`, found {columns}",
    zh: "`{file}` 中没有列 `{column}`, 现有 {columns}",
  },
  USAGE_UNKNOWN_COMMAND: {
    exit: 2,
    en: "Unknown command `{command}`",
    zh: "未知命令 `{command}`",
    hint: { en: "See the commands with `goldpan --help`", zh: "用 `goldpan --help` 查看全部命令" },
  },
  USAGE_UNKNOWN_ENCODING: {
    exit: 2,
    en: "Unknown encoding `{encoding}`, expected utf-8, gb18030, gbk, big5, utf-16le, utf-16be or windows-1252",
    zh: "未知编码 `{encoding}`, 可用 utf-8, gb18030, gbk, big5, utf-16le, utf-16be, windows-1252",
  },
  USAGE_UNKNOWN_GROUP: {
    exit: 2,
    en: "Cannot count by `{field}`: expected code, severity, entity, field, or a field of the model such as owner",
    zh: "无法按 `{field}` 统计: 应为 code, severity, entity, field, 或模型中的字段, 如 owner",
  },
  USAGE_UNKNOWN_OPTION: {
    exit: 2,
    en: "Unknown option `{option}` of `goldpan {command}`",
    zh: "`goldpan {command}` 没有选项 `{option}`",
    hint: {
      en: "See how it is called with `goldpan {command} --help`",
      zh: "用 `goldpan {command} --help` 查看用法",
    },
  },
  USAGE_WRONG_CHOICE: {
    exit: 2,
    en: 'Cannot use `{option}`: expected one of {choices}, found "{found}"',
    zh: '无法使用 `{option}`: 可选 {choices}, 实为 "{found}"',
    hint: {
      en: "See how it is called with `goldpan {command} --help`",
      zh: "用 `goldpan {command} --help` 查看用法",
    },
  },
  USAGE_WRONG_ENDING: {
    exit: 2,
    en: "Cannot write `{file}`: its name ends in none of {endings}",
    zh: "无法写入 `{file}`: 文件名应以 {endings} 之一结尾",
    hint: {
      en: "See how it is called with `goldpan {command} --help`",
      zh: "用 `goldpan {command} --help` 查看用法",
    },
  },
  USAGE_WRONG_VALUE: {
    exit: 2,
    en: 'Cannot use `{option}`: expected {expected}, found "{found}"',
    zh: '无法使用 `{option}`: 应为 {expectedZh}, 实为 "{found}"',
    hint: {
      en: "See how it is called with `goldpan {command} --help`",
      zh: "用 `goldpan {command} --help` 查看用法",
    },
  },
} as const;
