import { extname } from "node:path";
import { z } from "zod";
import { GoldpanError } from "../../errors.ts";
import type { TableDiff } from "../../model/table-diff.ts";
import type { DiffQuestion } from "../../pipeline/diff-tables.ts";
import { defineCommand, type Command, type OptionSpec, type ParsedCall } from "../command.ts";
import { parseOptions } from "../parse-options.ts";
import { pickReadOptions, readOptions, readSchema } from "../read-options.ts";
import { exitCodes, worstExit } from "../terminal/exit-codes.ts";
import { count } from "../terminal/messages.ts";
import { writeOutput } from "../terminal/output.ts";
import { printResult } from "../terminal/print-result.ts";
import { reportStyle } from "../terminal/report-style.ts";
import type { Terminal } from "../terminal/terminal.ts";

const options: readonly OptionSpec[] = [
  {
    flags: "--key <columns>",
    text: { en: "Columns that tell rows apart: C or C,C", zh: "区分各行的列: C 或 C,C" },
    expects: { en: "names of columns, joined by commas", zh: "列名, 用逗号连接" },
    required: true,
  },
  {
    flags: "-o, --output <file>",
    text: { en: "Write all of it as .xlsx too", zh: "另存全部结果为 .xlsx" },
  },
  ...readOptions,
];

const schema = z.strictObject({
  key: z.string().transform((text) => text.split(",").map((column) => column.trim())),
  output: z.string().optional(),
  ...readSchema,
});

interface Input extends DiffQuestion {
  readonly output: string | undefined;
}

function parse(call: ParsedCall): Input {
  const { key, output, ...read } = parseOptions(schema, call);
  const { command, args } = call;
  if (output !== undefined && extname(output).toLowerCase() !== ".xlsx")
    throw new GoldpanError("USAGE_WRONG_ENDING", { command, file: output, endings: ".xlsx" });
  const [old = "", now = ""] = args;
  return { old, new: now, key, output, read: pickReadOptions(read) };
}

async function run({ output, ...question }: Input, terminal: Terminal): Promise<number> {
  const { diffTables } = await import("../../pipeline/diff-tables.ts");
  const { diffText, shownDiff } = await import("../../report/diff-text.ts");
  const style = reportStyle(terminal);
  const diff = await diffTables(question);
  if (output !== undefined) {
    const { diffXlsx } = await import("../../report/diff-xlsx.ts");
    const kept = style.showValues === true ? diff : await withoutIdentities(diff);
    await writeOutput(output, terminal, await diffXlsx(kept, style));
  }
  const text = (): string => diffText(diff, style);
  const { talk, code } = verdict(diff, terminal);
  await printResult({ thing: "diff", value: shownDiff(diff, style), text, talk }, terminal);
  return code;
}

/** A workbook goes from hand to hand: identity numbers of persons are masked in it. */
async function withoutIdentities(diff: TableDiff): Promise<TableDiff> {
  const { maskIdentities } = await import("../../pipeline/mask-identities.ts");
  const { ruleOf } = await import("../../pipeline/private-cells.ts");
  const { maskedDiff } = await import("../../report/diff-text.ts");
  return maskedDiff(diff, (column, value) => maskIdentities(value, ruleOf(column)));
}

/** What keeps the answer from being whole: rows that were not compared. */
function verdict(diff: TableDiff, { language }: Terminal): { talk: string[]; code: number } {
  const quarantined = diff.old.quarantined + diff.new.quarantined;
  const talk: string[] = [];
  if (quarantined > 0) talk.push(count(language, quarantined, "diffQuarantined"));
  if (diff.ambiguous.length > 0) talk.push(count(language, diff.ambiguous.length, "diffAmbiguous"));
  const codes = [
    ...(diff.ambiguous.length > 0 ? [exitCodes.conflict] : []),
    ...(quarantined > 0 ? [exitCodes.rejectedRows] : []),
  ];
  return { talk, code: worstExit(codes) };
}

/** `goldpan diff OLD NEW --key C[,C]`: two versions of a table, row by row. */
export const diff: Command = defineCommand({
  args: "<old> <new>",
  usage: {
    en: "Compare two versions of a table by key: rows added and removed, fields changed, who lost what\naround a departure. Keys that stand in several rows are listed, not guessed (exit 5)",
    zh: "按键比较同一张表的两个版本: 新增, 删除, 改动的字段, 人员离职前后谁少了什么。重复的键单独列出,\n不做猜测 (退出码 5)",
  },
  examples: [
    "goldpan diff crm-may.xlsx crm-june.xlsx --key 客户编号",
    "goldpan diff old.csv new.csv --key 客户名称,联系人 -o changes.xlsx",
    "goldpan diff before.csv after.csv --key id --format json",
  ],
  options,
  parse,
  run,
});
