import type { OptionSpec } from "./command.ts";

/** `-o`: where a command writes that writes one file. */
export const outputOption: OptionSpec = {
  flags: "-o, --output <file>",
  text: { en: "Where to write, - for stdout", zh: "输出文件, - 表示标准输出" },
  default: "-",
};

/** Options of commands that write CSV. */
export const csvOptions: readonly OptionSpec[] = [
  {
    flags: "--bom",
    text: {
      en: "Begin CSV with a byte order mark, for Excel",
      zh: "CSV 以 BOM 开头, 便于 Excel 打开",
    },
  },
  {
    flags: "--excel-safe",
    text: { en: "Guard cells that look like formulas", zh: "保护看起来像公式的单元格" },
  },
];
