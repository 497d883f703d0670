/** Errors `OUTPUT_...`. Sorted by code. */
export const outputMessages = {
  OUTPUT_IS_INPUT: {
    exit: 2,
    en: "Cannot write `{file}`: the result is made from this file",
    zh: "无法写入 `{file}`: 结果正是由这个文件得出",
    hint: {
      en: "Name another file for the result; what is read stays as it is",
      zh: "为结果另取文件名; 被读取的文件保持不变",
    },
  },
  OUTPUT_NOT_WRITABLE: {
    exit: 3,
    en: "Cannot write `{file}`: {reason}",
    zh: "无法写入 `{file}`: {reasonZh}",
    hint: {
      en: "Name another place to write, or make room and try again",
      zh: "换一个输出位置, 或腾出空间后重试",
    },
  },
  OUTPUT_TOO_LARGE: {
    exit: 3,
    en: "Cannot write the table as .xlsx: a sheet holds at most {most} {what}",
    zh: "无法写成 .xlsx: 一张工作表最多 {most} {whatZh}",
    hint: { en: "Write .csv or .ndjson", zh: "请改用 .csv 或 .ndjson" },
  },
} as const;
