import { z } from "zod";
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
];

const schema = z.strictObject({ compare: z.string().optional() });

interface Input {
  readonly run: string | undefined;
  readonly compare: string | undefined;
}

function parse(call: ParsedCall): Input {
  return { run: call.args[0], compare: parseOptions(schema, call).compare };
}

async function run({ run: id, compare }: Input, terminal: Terminal): Promise<number> {
  if (compare !== undefined) return await compareTwo(compare, id, terminal);
  const { listRuns } = await import("../../pipeline/list-runs.ts");
  const { runsText } = await import("../../report/runs-text.ts");
  const runs = await inProject(terminal, (context) => listRuns(context, id));
  const text = (): string => runsText(runs, reportStyle(terminal));
  await printResult({ thing: "runs", value: { runs }, text }, terminal);
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

/** `goldpan runs [RUN] [--compare RUN]`: newest first. */
export const runs: Command = defineCommand({
  args: "[run]",
  usage: {
    en: "List what was done in this project, newest first, look at one run,\nor compare the golden records of two runs of dedupe",
    zh: "列出项目中的每次运行, 最新的在前, 或查看其中一次, 或比较两次去重的黄金记录",
  },
  examples: ["goldpan runs", "goldpan runs 2026-11-24-1 --format json", "goldpan runs --compare 3"],
  options,
  parse,
  run,
});
