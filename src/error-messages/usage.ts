/** Errors `USAGE_...`. Sorted by code. */
export const usageMessages = {
  USAGE_UNKNOWN_COLUMN: {
    exit: 2,
    en: "Cannot find column `{column}` in `{file}`, found {columns}",
    zh: "`{file}` 中没有列 `{column}`, 现有 {columns}",
  },
  USAGE_UNKNOWN_ENCODING: {
    exit: 2,
    en: "Unknown encoding `{encoding}`, expected utf-8, gb18030, gbk, big5, utf-16le, utf-16be or windows-1252",
    zh: "未知编码 `{encoding}`, 可用 utf-8, gb18030, gbk, big5, utf-16le, utf-16be, windows-1252",
  },
} as const;
