/** Errors `OUTPUT_...`. Sorted by code. */
export const outputMessages = {
  OUTPUT_NOT_WRITABLE: {
    exit: 3,
    en: "Cannot write `{file}`: {reason}",
    zh: "无法写入 `{file}`: {reasonZh}",
    hint: {
      en: "Name another place with `-o`, or make room and try again",
      zh: "用 `-o` 换一个位置, 或腾出空间后重试",
    },
  },
  OUTPUT_TOO_LARGE: {
    exit: 3,
    en: "Cannot write the table as .xlsx: a sheet holds at most {most} {what}",
    zh: "无法写成 .xlsx: 一张工作表最多 {most} {whatZh}",
    hint: { en: "Write .csv or .ndjson", zh: "请改用 .csv 或 .ndjson" },
  },
} as const;
