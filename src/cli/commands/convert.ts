import { extname } from "node:path";
import { z } from "zod";
import { GoldpanError } from "../../errors.ts";
import type { ConvertOptions } from "../../pipeline/convert-file.ts";
import { defineCommand, type Command, type OptionSpec, type ParsedCall } from "../command.ts";
import { csvOptions, outputOption } from "../output-option.ts";
import { parseOptions } from "../parse-options.ts";
import { pickReadOptions, readOptions, readSchema } from "../read-options.ts";
import { assertNotInput } from "../terminal/assert-not-input.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { withInput } from "../terminal/input-file.ts";
import { withOutput } from "../terminal/output.ts";
import { printSummary } from "../terminal/print-summary.ts";
import { keepMemorySteady } from "../terminal/steady-memory.ts";
import type { Terminal } from "../terminal/terminal.ts";

const options: readonly OptionSpec[] = [
  outputOption,
  {
    flags: "--to <format>",
    text: { en: "Format, by default from the name of the output", zh: "格式, 默认取自输出文件名" },
    choices: ["csv", "ndjson", "xlsx"],
  },
  ...csvOptions,
  ...readOptions,
];

const schema = z.strictObject({
  output: z.string(),
  to: z.enum(["csv", "ndjson", "xlsx"]).optional(),
  bom: z.boolean().default(false),
  excelSafe: z.boolean().default(false),
  ...readSchema,
});

type Target = ConvertOptions["to"];
const targets: Readonly<Record<string, Target>> = {
  ".csv": "csv",
  ".ndjson": "ndjson",
  ".jsonl": "ndjson",
  ".xlsx": "xlsx",
};

interface Input {
  readonly file: string;
  readonly output: string;
  readonly convert: ConvertOptions;
}

function parse(call: ParsedCall): Input {
  const { output, to, bom, excelSafe, ...read } = parseOptions(schema, call);
  const target = to ?? targetOf(output, call.command);
  const convert = { to: target, bom, excelSafe, read: pickReadOptions(read) };
  return { file: call.args[0] ?? "", output, convert };
}

/** A device or a pipe has no ending: CSV then. */
function targetOf(output: string, command: string): Target {
  const ending = extname(output).toLowerCase();
  const target = ending === "" ? "csv" : targets[ending];
  if (target !== undefined) return target;
  const endings = Object.keys(targets).join(", ");
  throw new GoldpanError("USAGE_WRONG_ENDING", { command, file: output, endings });
}

async function run({ file, output, convert: wanted }: Input, terminal: Terminal): Promise<number> {
  keepMemorySteady();
  assertNotInput([output], [file]);
  const { convertFile } = await import("../../pipeline/convert-file.ts");
  const result = await withInput(file, (path) =>
    withOutput(output, terminal, (write) => convertFile(path, wanted, write)),
  );
  const text = async (): Promise<string> =>
    (await import("../terminal/read-summary.ts")).readSummary(result, terminal);
  await printSummary({ thing: "convert", value: result, text, output }, terminal);
  return result.counts.quarantined > 0 ? exitCodes.rejectedRows : exitCodes.done;
}

/** `goldpan convert FILE -o OUT`: plain rows, all cells strings, header first. */
export const convert: Command = defineCommand({
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
  options,
  parse,
  run,
});
