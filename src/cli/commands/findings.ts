import { z } from "zod";
import { defineCommand, type Command, type OptionSpec, type ParsedCall } from "../command.ts";
import { inProject } from "../open-project.ts";
import { parseOptions, wholeNumber } from "../parse-options.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { writeOutput } from "../terminal/output.ts";
import { printResult } from "../terminal/print-result.ts";
import { reportStyle } from "../terminal/report-style.ts";
import type { Terminal } from "../terminal/terminal.ts";

const options: readonly OptionSpec[] = [
  {
    flags: "--code <code>",
    text: { en: "Only this code, or codes that begin so", zh: "只看此代码, 或以此开头的代码" },
  },
  { flags: "--by <field>", text: { en: "Count by this field", zh: "按此字段统计" } },
  {
    flags: "--limit <n>",
    text: { en: "Rows to show (default: 50)", zh: "显示的行数 (默认 50)" },
    expects: { en: "a whole number", zh: "整数" },
  },
  {
    flags: "--to <file>",
    text: { en: "Write all of them as .csv or .xlsx", zh: "全部写入 .csv 或 .xlsx" },
  },
];

const schema = z.strictObject({
  code: z.string().optional(),
  by: z.string().optional(),
  limit: wholeNumber.default(50),
  to: z.string().optional(),
});

type Input = z.output<typeof schema>;

function parse(call: ParsedCall): Input {
  return parseOptions(schema, call);
}

async function run({ to, limit, ...question }: Input, terminal: Terminal): Promise<number> {
  const { listFindings } = await import("../../pipeline/list-findings.ts");
  const { findingsText, findingsFile, shownFindings } =
    await import("../../report/findings-text.ts");
  const asked = to === undefined ? { ...question, limit } : question;
  const result = await inProject(terminal, (context) => listFindings(asked, context));
  if (to !== undefined) {
    await writeOutput(to, terminal, await findingsFile(result, to, reportStyle(terminal)));
    return exitCodes.done;
  }
  const text = (): string => findingsText(result, reportStyle(terminal));
  const value = shownFindings(result, reportStyle(terminal));
  await printResult({ thing: "findings", value, text }, terminal);
  return exitCodes.done;
}

/** `goldpan findings`: the register of problems, worst first. */
export const findings: Command = defineCommand({
  args: "",
  usage: {
    en: "List the problems in the data and the rejected rows, worst first. What a code means says `explain CODE`",
    zh: "列出数据问题和被拒的行, 最严重的在前。代码含义请用 `explain CODE`",
  },
  examples: [
    "goldpan findings",
    "goldpan findings --code N201 --limit 20",
    "goldpan findings --by owner",
  ],
  options,
  parse,
  run,
});
