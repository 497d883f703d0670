import { z } from "zod";
import { GoldpanError } from "../../errors.ts";
import { defineCommand, type Command, type OptionSpec, type ParsedCall } from "../command.ts";
import { inProject } from "../open-project.ts";
import { parseOptions } from "../parse-options.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { printResult } from "../terminal/print-result.ts";
import { reportStyle } from "../terminal/report-style.ts";
import type { Terminal } from "../terminal/terminal.ts";

const options: readonly OptionSpec[] = [
  {
    flags: "--compare <run>",
    text: {
      en: "What became of the golden records of that run of dedupe in RUN, or in the last one",
      zh: "那次去重的黄金记录在 RUN (默认最后一次) 中变成了什么",
    },
  },
  {
    flags: "--by <field>",
    text: { en: "With --progress: count by this field", zh: "与 --progress 一起: 按此字段统计" },
  },
];

const schema = z.strictObject({
  compare: z.string().optional(),
  by: z.string().optional(),
  progress: z.literal(true).optional(),
});

interface Input {
  readonly run: string | undefined;
  readonly compare: string | undefined;
  readonly by: string | undefined;
  /** How far the migration is, instead of the runs. */
  readonly isProgress: boolean;
}

function parse(call: ParsedCall): Input {
  const { command, args } = call;
  const { compare, by, progress } = parseOptions(schema, call);
  const isProgress = progress === true;
  if (by !== undefined && !isProgress)
    throw new GoldpanError("USAGE_ONLY_TOGETHER", { command, one: "--by", other: "--progress" });
  const [run] = args;
  const other = compare === undefined ? "[run]" : "--compare";
  if (isProgress && (compare !== undefined || run !== undefined))
    throw new GoldpanError("USAGE_NOT_TOGETHER", { command, one: "--progress", other });
  return { run, compare, by, isProgress };
}

async function run(input: Input, terminal: Terminal): Promise<number> {
  const { run: id, compare, by, isProgress } = input;
  if (isProgress) return await tellProgress(by, terminal);
  if (compare !== undefined) return await compareTwo(compare, id, terminal);
  const { listRuns } = await import("../../pipeline/list-runs.ts");
  const { runsText } = await import("../../report/runs-text.ts");
  const runs = await inProject(terminal, (context) => listRuns(context, id));
  const text = (): string => runsText(runs, reportStyle(terminal));
  await printResult({ thing: "runs", value: { runs }, text }, terminal);
  return exitCodes.done;
}

async function tellProgress(by: string | undefined, terminal: Terminal): Promise<number> {
  const { migrationProgress } = await import("../../pipeline/migration-progress.ts");
  const { migrationProgressText } = await import("../../report/migration-progress-text.ts");
  const value = await inProject(terminal, (context) => migrationProgress(by, context));
  const text = (): string => migrationProgressText(value, reportStyle(terminal));
  await printResult({ thing: "migration-progress", value, text }, terminal);
  return exitCodes.done;
}

async function compareTwo(
  first: string,
  second: string | undefined,
  terminal: Terminal,
): Promise<number> {
  const { compareRuns } = await import("../../pipeline/compare-runs.ts");
  const { comparedRunsText } = await import("../../report/compared-runs-text.ts");
  const value = await inProject(terminal, (context) => compareRuns(first, second, context));
  const text = (): string => comparedRunsText(value, reportStyle(terminal));
  await printResult({ thing: "compared-runs", value, text }, terminal);
  return exitCodes.done;
}

/** `goldpan runs [RUN] [--progress] [--by FIELD] [--compare RUN]`: newest first. */
export const runs: Command = defineCommand({
  args: "[run]",
  usage: {
    en: "List what was done in this project, newest first, look at one run,\ncompare the golden records of two runs of dedupe, or see how far the migration is",
    zh: "列出项目中的每次运行, 最新的在前, 或查看其中一次, 或比较两次去重的黄金记录, 或查看迁移进度",
  },
  examples: [
    "goldpan runs",
    "goldpan runs 2026-11-24-1 --format json",
    "goldpan runs --compare 3",
    "goldpan runs --progress --by department",
  ],
  options,
  bareProgress: {
    en: "How many golden records are in the CRM",
    zh: "已有多少黄金记录进入 CRM",
  },
  parse,
  run,
});
