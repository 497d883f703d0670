import { defineCommand, type Command, type ParsedCall } from "../command.ts";
import { inProject } from "../open-project.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { printResult } from "../terminal/print-result.ts";
import { reportStyle } from "../terminal/report-style.ts";
import type { Terminal } from "../terminal/terminal.ts";

interface Input {
  readonly subject: string;
  readonly other: string | undefined;
}

function parse({ args: [subject = "", other] }: ParsedCall): Input {
  return { subject, other };
}

/** `C101`, `H2`, `KIN` or `IMPORT_EMPTY_FILE` is a code; a record is `system:key`, a golden id `g-...`. */
function isCode(subject: string): boolean {
  return /^[A-Z]\d{1,3}$|^[A-Z]+(_[A-Z]+)*$|^\d{1,3}$/.test(subject);
}

async function run({ subject, other }: Input, terminal: Terminal): Promise<number> {
  const { codeText, recordsText, shownExplanation } =
    await import("../../report/explanation-text.ts");
  if (other === undefined && isCode(subject)) {
    const { explainCode } = await import("../../pipeline/explain-code.ts");
    const value = explainCode(subject);
    const text = (): string => codeText(value, terminal.language);
    await printResult({ thing: "explanation", value, text }, terminal);
    return exitCodes.done;
  }
  const { explainRecords } = await import("../../pipeline/explain-records.ts");
  const value = await inProject(terminal, (context) =>
    explainRecords({ record: subject, other }, context),
  );
  const style = reportStyle(terminal);
  const text = (): string => recordsText(value, style);
  const shown = shownExplanation(value, style);
  await printResult({ thing: "explanation", value: shown, text }, terminal);
  return exitCodes.done;
}

/** `goldpan explain CODE | RECORD [RECORD]`. */
export const explain: Command = defineCommand({
  args: "<code-or-record> [record]",
  usage: {
    en: "Explain what a code means, where each value of a record comes from, or why two records are the same\ncustomer or not",
    zh: "解释代码的含义, 记录中每个值的来历, 或两条记录为何是 (不是) 同一客户",
  },
  examples: [
    "goldpan explain N201",
    "goldpan explain crm:8841",
    "goldpan explain crm:8841 wecom:907",
  ],
  options: [],
  parse,
  run,
});
