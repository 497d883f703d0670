import { z } from "zod";
import type { ReadOptions } from "../model/source.ts";
import type { OptionSpec } from "./command.ts";
import { wholeNumber } from "./parse-options.ts";

/** Options of every command that reads tables. */
export const readOptions: readonly OptionSpec[] = [
  {
    flags: "--sheet <name>",
    text: {
      en: "Sheet of the workbook, or a pattern with * for several as one table (default: the first with data)",
      zh: "工作表, 或带 * 的名称把多个合为一张表 (默认第一个有数据的)",
    },
  },
  {
    flags: "--encoding <name>",
    text: {
      en: "Encoding of a text file (default: found by content)",
      zh: "文本编码 (默认按内容判断)",
    },
  },
  {
    flags: "--header-row <n>",
    text: {
      en: "Row of the header, 0 for none (default: searched)",
      zh: "表头所在行, 0 表示没有 (默认自动查找)",
    },
    expects: { en: "a row number, 0 for none", zh: "行号, 0 表示没有表头" },
  },
];

/** The same options in a schema: `z.strictObject({ ...readSchema, id: z.string() })`. */
export const readSchema: {
  readonly sheet: z.ZodOptional<z.ZodString>;
  readonly encoding: z.ZodOptional<z.ZodString>;
  readonly headerRow: z.ZodOptional<z.ZodType<number>>;
} = {
  sheet: z.string().optional(),
  encoding: z.string().optional(),
  headerRow: wholeNumber.optional(),
};

/** Only the options of reading, out of all that were parsed. */
export function pickReadOptions({ sheet, encoding, headerRow }: ReadOptions): ReadOptions {
  return { sheet, encoding, headerRow };
}
