/** Errors `OUTPUT_...`. Sorted by code. */
export const outputMessages = {
  OUTPUT_NOT_WRITABLE: {
    exit: 3,
    en: "Cannot write `{file}`: {reason}",
    zh: "无法写入 `{file}`: {reason}",
  },
} as const;
