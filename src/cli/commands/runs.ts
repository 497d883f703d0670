import { defineCommand, type Command, type ParsedCall } from "../command.ts";
import { inProject } from "../open-project.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { printResult } from "../terminal/print-result.ts";
import { reportStyle } from "../terminal/report-style.ts";
import type { Terminal } from "../terminal/terminal.ts";

function parse({ args }: ParsedCall): string | undefined {
  return args[0];
}

async function run(id: string | undefined, terminal: Terminal): Promise<number> {
  const { listRuns } = await import("../../pipeline/list-runs.ts");
  const { runsText } = await import("../../report/runs-text.ts");
  const runs = await inProject(terminal, (context) => listRuns(context, id));
  const text = (): string => runsText(runs, reportStyle(terminal));
  await printResult({ thing: "runs", value: { runs }, text }, terminal);
  return exitCodes.done;
}

/** `goldpan runs [RUN]`: newest first. */
export const runs: Command = defineCommand({
  args: "[run]",
  usage: {
    en: "List what was done in this project, newest first, or look at one run",
    zh: "列出项目中的每次运行, 最新的在前, 或查看其中一次",
  },
  examples: ["goldpan runs", "goldpan runs 2026-11-24-1 --format json"],
  options: [],
  parse,
  run,
});
