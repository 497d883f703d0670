import { z } from "zod";
import { defineCommand, type Command, type OptionSpec, type ParsedCall } from "../command.ts";
import { inProject } from "../open-project.ts";
import { parseOptions } from "../parse-options.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { hint, printResult } from "../terminal/print-result.ts";
import { reportStyle } from "../terminal/report-style.ts";
import type { Terminal } from "../terminal/terminal.ts";

const options: readonly OptionSpec[] = [
  {
    flags: "--repairs <which>",
    text: { en: "Apply safe repairs, or only look", zh: "应用安全修复, 或只检查" },
    choices: ["safe", "none"],
    default: "safe",
  },
];

const schema = z.strictObject({ repairs: z.enum(["safe", "none"]) });

type Input = z.output<typeof schema>;

function parse(call: ParsedCall): Input {
  return parseOptions(schema, call);
}

async function run(input: Input, terminal: Terminal): Promise<number> {
  const { normalizeRecords } = await import("../../pipeline/normalize-records.ts");
  const { normalizeSummary } = await import("../../report/normalize-summary.ts");
  const result = await inProject(terminal, (context) => normalizeRecords(input, context));
  const text = (): string => normalizeSummary(result, reportStyle(terminal));
  const isWhole = result.beyondLimit === 0;
  const talk = [hint(isWhole ? "nextDedupe" : "nextRejects", terminal)];
  await printResult({ thing: "normalize", value: result, text, talk }, terminal);
  return isWhole ? exitCodes.done : exitCodes.rejectedRows;
}

/** `goldpan normalize`: source rows to records, each repair with its rule. */
export const normalize: Command = defineCommand({
  args: "",
  usage: {
    en: "Bring names, phones, emails, ids, addresses and dates to one form; each repair is logged with its rule.\nFor one file use `clean`",
    zh: "统一名称, 电话, 邮箱, 编号, 地址和日期的写法; 每次修复都记录规则。单个文件请用 `clean`",
  },
  examples: ["goldpan normalize", "goldpan normalize --repairs none"],
  options,
  parse,
  run,
});
