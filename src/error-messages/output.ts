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
} as const;
