import { extname } from "node:path";
import { z } from "zod";
import { GoldpanError } from "../../errors.ts";
import type { ConvertOptions, ConvertResult } from "../../pipeline/convert-file.ts";
import type { CommandBody, ParsedCall } from "../command.ts";
import { readOptions } from "../program.ts";
import { parseReadOptions } from "../read-options.ts";
import { withOutput } from "../terminal/output.ts";
import { readSummary } from "../terminal/read-summary.ts";

const schema = z.object({
  output: z.string().default("-"),
  to: z.string().optional(),
  bom: z.boolean().default(false),
  excelSafe: z.boolean().default(false),
});

type Target = ConvertOptions["to"];
const targets: Readonly<Record<string, Target>> = {
  ".csv": "csv",
  ".ndjson": "ndjson",
  ".jsonl": "ndjson",
  ".xlsx": "xlsx",
};

function parse({ args, options }: ParsedCall): {
  file: string;
  output: string;
  convert: ConvertOptions;
} {
  const { output, to, bom, excelSafe } = schema.parse(options);
  const ending = to === undefined ? extname(output).toLowerCase() : `.${to}`;
  const target = targets[ending];
  if (target === undefined && ending !== "") {
    const reason = `\`-o ${output}\` ends in none of .csv, .xlsx, .ndjson`;
    throw new GoldpanError("USAGE_WRONG_CALL", { command: "convert", reason });
  }
  const read = parseReadOptions(options, "convert");
  return { file: args[0] ?? "", output, convert: { read, to: target ?? "csv", bom, excelSafe } };
}

/** `goldpan convert FILE -o OUT`: plain rows, all cells strings, header first. */
export const convert: CommandBody = {
  args: "<file>",
  usage: {
    en: "Write any readable table as plain rows: header first, every cell a string. To change values use `clean`",
    zh: "把任何可读的表格写成普通行: 表头在前, 每格都是字符串。要改值请用 `clean`",
  },
  examples: [
    "goldpan convert old.xls -o old.csv",
    "goldpan convert crm.csv --encoding gb18030 -o crm.xlsx",
    "goldpan convert big.csv --to ndjson | head",
  ],
  options: [
    {
      flags: "-o, --output <file>",
      text: { en: "Where to write, - for stdout", zh: "输出文件, - 表示标准输出" },
      default: "-",
    },
    {
      flags: "--to <format>",
      text: {
        en: "Format, by default from the name of the output",
        zh: "格式, 默认取自输出文件名",
      },
      choices: ["csv", "ndjson", "xlsx"],
    },
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
    ...readOptions,
  ],
  async run(call, terminal, manner) {
    const { file, output, convert: options } = parse(call);
    const { convertFile } = await import("../../pipeline/convert-file.ts");
    const result: ConvertResult = await withOutput(output, terminal, (write) =>
      convertFile(file, options, write),
    );
    if (!manner.quiet)
      terminal.stderr(readSummary(result, manner.language, { en: "Converted", zh: "已转换" }));
    return result.quarantined.length > 0 ? 4 : 0;
  },
};
