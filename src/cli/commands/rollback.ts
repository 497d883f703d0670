import { z } from "zod";
import { entityNames } from "../../model/entity.ts";
import type { KeptEdit } from "../../report/rollback-text.ts";
import { defineCommand, type Command, type OptionSpec, type ParsedCall } from "../command.ts";
import { inProject } from "../open-project.ts";
import { parseOptions, wholeNumber } from "../parse-options.ts";
import { parseReports, reportOption, type ReportFile } from "../report-option.ts";
import { writeRollbackReport, type RollbackReport } from "../rollback-report.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { interruptible } from "../terminal/interruption.ts";
import { hint, printResult, tell } from "../terminal/print-result.ts";
import { reportStyle } from "../terminal/report-style.ts";
import type { Terminal } from "../terminal/terminal.ts";

const reports = ["md", "csv", "xlsx"] as const;

const options: readonly OptionSpec[] = [
  {
    flags: "--dry-run",
    text: { en: "Say what would happen, write nothing", zh: "只说明会发生什么, 不写入" },
  },
  {
    flags: "--on-conflict <what>",
    text: {
      en: "Edits of users since the load (default: keep, exit with 5)",
      zh: "加载之后的人工修改 (默认 keep, 退出码 5)",
    },
    choices: ["keep", "abort", "force", "export"],
  },
  {
    flags: "--where <expression>",
    text: { en: "Only rows that match, COLUMN=VALUE", zh: "只含符合条件的行, 列=值" },
  },
  {
    flags: "--entity <name>",
    text: { en: "Only this entity", zh: "只含此实体" },
    choices: entityNames,
  },
  {
    flags: "--batch <n>",
    text: { en: "Only this batch of the load", zh: "只含加载的这一批" },
    expects: { en: "a whole number", zh: "整数" },
  },
  reportOption(reports),
];

const schema = z.strictObject({
  dryRun: z.boolean().default(false),
  onConflict: z.enum(["keep", "abort", "force", "export"]).optional(),
  where: z.string().optional(),
  entity: z.enum(entityNames).optional(),
  batch: wholeNumber.optional(),
  report: z.array(z.string()).default([]),
});

interface Input extends Omit<z.output<typeof schema>, "report"> {
  readonly run: string;
  readonly reports: readonly ReportFile<RollbackReport>[];
}

function parse(call: ParsedCall): Input {
  const { report, ...input } = parseOptions(schema, call);
  const run = call.args[0] ?? "";
  const wanted = parseReports(report, reports, call);
  const needsFile = input.onConflict === "export" && wanted.length === 0;
  const file = `conflicts-${run}.xlsx`;
  return { ...input, run, reports: needsFile ? [{ kind: "xlsx", file }] : wanted };
}

async function run({ onConflict, ...input }: Input, terminal: Terminal): Promise<number> {
  const { rollbackLoad } = await import("../../pipeline/rollback-load.ts");
  const { rollbackText } = await import("../../report/rollback-text.ts");
  const kept: KeptEdit[] = [];
  const policy = onConflict === "abort" || onConflict === "force" ? onConflict : "keep";
  const onKept = (edit: KeptEdit): unknown => input.reports.length > 0 && kept.push(edit);
  const result = await inProject(terminal, (context) =>
    interruptible((isInterrupted) =>
      rollbackLoad({ ...input, onConflict: policy, onKept, isInterrupted }, context),
    ),
  );
  for (const report of input.reports) await writeRollbackReport(report, result, kept, terminal);
  const text = (): string => rollbackText(result, reportStyle(terminal));
  await printResult({ thing: "rollback", value: result, text }, terminal);
  // Whoever typed `keep` has answered; whoever did not is told by the exit code.
  if (result.keptRows === 0 || onConflict === "keep") return exitCodes.done;
  tell(hint("editsKept", terminal), terminal);
  return exitCodes.conflict;
}

/** `goldpan rollback RUN`: three-way per field, itself a journalled run. */
export const rollback: Command = defineCommand({
  args: "<run>",
  usage: {
    en: "Undo a load, field by field; what users edited since stays and the exit code is then 5, unless\n`--on-conflict` says otherwise: abort, force, or export the conflicts to a workbook",
    zh: "逐字段撤销一次加载; 之后的人工修改予以保留, 此时退出码为 5, 除非用 `--on-conflict` 另行指定:\n中止, 覆盖, 或把冲突导出为工作簿",
  },
  examples: [
    "goldpan rollback 2026-11-24-1 --dry-run --report md=rollback.md",
    "goldpan rollback 2026-11-24-1",
  ],
  options,
  parse,
  run,
});
