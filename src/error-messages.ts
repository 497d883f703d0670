/**
 * Every error that stops the work: code, exit code (`contracts.md` 8), the sentence and the way
 * out in both languages. Sorted by code. `{name}` stands for a detail of the error.
 */
export const errorMessages = {
  IMPORT_FILE_MISSING: {
    exit: 3,
    en: "Cannot open `{file}`: no such file",
    zh: "无法打开 `{file}`: 没有这个文件",
  },
  IMPORT_IS_DIRECTORY: {
    exit: 3,
    en: "Cannot read `{file}`: it is a directory, expected a file",
    zh: "无法读取 `{file}`: 这是文件夹, 需要一个文件",
  },
  IMPORT_UNREADABLE: {
    exit: 3,
    en: "Cannot read `{file}`: {reason}",
    zh: "无法读取 `{file}`: {reason}",
  },
  OUTPUT_NOT_WRITABLE: {
    exit: 3,
    en: "Cannot write `{file}`: {reason}",
    zh: "无法写入 `{file}`: {reason}",
  },
} as const;
