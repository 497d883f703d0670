import { defineCommand, type Command, type ParsedCall } from "../command.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { printResult } from "../terminal/print-result.ts";
import { reportStyle } from "../terminal/report-style.ts";
import type { Terminal } from "../terminal/terminal.ts";

function parse({ args }: ParsedCall): string {
  return args[0] ?? "";
}

async function run(path: string, terminal: Terminal): Promise<number> {
  const { showPlan } = await import("../../pipeline/show-plan.ts");
  const { planText } = await import("../../report/plan-text.ts");
  const summary = showPlan(path);
  const text = (): string => planText(summary, reportStyle(terminal));
  await printResult({ thing: "plan-summary", value: summary, text }, terminal);
  return exitCodes.done;
}

/** `goldpan plan show F.plan`. */
export const planShow: Command = defineCommand({
  args: "<plan>",
  usage: {
    en: "Show what a plan will change in the CRM: each difference, then the counts for each table",
    zh: "显示计划将对 CRM 做的改动: 逐条差异, 然后是各表的数量",
  },
  examples: ["goldpan plan show pilot.plan"],
  options: [],
  parse,
  run,
});
