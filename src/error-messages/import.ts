/** Errors `IMPORT_...`. Sorted by code. */
export const importMessages = {
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
} as const;
