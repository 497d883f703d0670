import { z } from "zod";
import { entityNames } from "../../model/entity.ts";
import type { Scorecard } from "../../model/scorecard.ts";
import { defineCommand, type Command, type OptionSpec, type ParsedCall } from "../command.ts";
import { inProject } from "../open-project.ts";
import { parseOptions } from "../parse-options.ts";
import { parseReports, reportOption, type ReportFile } from "../report-option.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { writeOutput } from "../terminal/output.ts";
import { jsonText, printResult } from "../terminal/print-result.ts";
import { reportStyle } from "../terminal/report-style.ts";
import type { Terminal } from "../terminal/terminal.ts";

const reportKinds = ["json", "md"] as const;

const options: readonly OptionSpec[] = [
  {
    flags: "--on <what>",
    text: { en: "What is scored (default: golden)", zh: "评分对象 (默认 golden)" },
    choices: ["records", "golden", "store"],
    default: "golden",
  },
  {
    flags: "--entity <name>",
    text: { en: "Entity (default: customer)", zh: "实体 (默认 customer)" },
    choices: entityNames,
    default: "customer",
  },
  {
    flags: "--by <field>",
    text: { en: "Score each value of this field; may repeat", zh: "按此字段分组; 可重复" },
    many: true,
  },
  {
    flags: "--period <period>",
    text: {
      en: "Month or quarter it is kept as (2026-10, 2026-Q3)",
      zh: "存为哪个月或季度 (2026-10, 2026-Q3)",
    },
    expects: { en: "a month 2026-10 or a quarter 2026-Q3", zh: "月份 2026-10 或季度 2026-Q3" },
  },
  {
    flags: "--against <period-or-file>",
    text: {
      en: "Compare with an earlier period or a scorecard as JSON",
      zh: "与更早的一期或 JSON 记分卡比较",
    },
  },
  {
    flags: "--gates",
    text: { en: "Exit with 1 when a gate fails", zh: "门槛未通过时退出码为 1" },
  },
  reportOption(reportKinds),
];

const schema = z.strictObject({
  on: z.enum(["records", "golden", "store"]),
  entity: z.enum(entityNames),
  by: z.array(z.string()).default([]),
  period: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2]|Q[1-4])$/)
    .optional(),
  against: z.string().optional(),
  gates: z.boolean().default(false),
  report: z.array(z.string()).default([]),
});

type Kind = (typeof reportKinds)[number];
interface Input extends Omit<z.output<typeof schema>, "report"> {
  readonly reports: readonly ReportFile<Kind>[];
}

function parse(call: ParsedCall): Input {
  const { report, ...rest } = parseOptions(schema, call);
  return { ...rest, reports: parseReports(report, reportKinds, call) };
}

async function run({ reports, gates, ...asked }: Input, terminal: Terminal): Promise<number> {
  const { scoreHealth } = await import("../../pipeline/score-health.ts");
  const { scorecardText } = await import("../../report/scorecard-text.ts");
  const { scorecardMarkdown } = await import("../../report/scorecard-markdown.ts");
  const { listRules } = await import("../../pipeline/list-rules.ts");
  const [rules, style] = [listRules(), reportStyle(terminal)];
  const question = { ...asked, asOf: terminal.asOf };
  const card: Scorecard = await inProject(terminal, (context) => scoreHealth(question, context));
  const texts: Readonly<Record<Kind, () => string>> = {
    json: () => jsonText("scorecard", card),
    md: () => scorecardMarkdown(card, rules, style),
  };
  for (const { kind, file } of reports) await writeOutput(file, terminal, texts[kind]());
  const text = terminal.format === "markdown" ? texts.md : () => scorecardText(card, rules, style);
  await printResult({ thing: "scorecard", value: card, text }, terminal);
  const failed = card.gates.some(({ passed, severity }) => !passed && severity === "error");
  return failed && gates ? exitCodes.answerIsNo : exitCodes.done;
}

/** `goldpan score`: data health, by department or owner, with gates for CI. */
export const score: Command = defineCommand({
  args: "",
  usage: {
    en: "Compute data health over five dimensions, by department or owner; with `--gates` a missed gate fails\nthe build",
    zh: "按五个维度计算数据健康度, 可按部门或负责人分组; 加 `--gates` 时未过门槛即失败",
  },
  examples: [
    "goldpan score --by department",
    "goldpan score --on records --by owner --report md=health.md",
    "goldpan score --period 2026-10 --against 2026-09 --gates",
  ],
  options,
  formats: ["text", "json", "markdown"],
  parse,
  run,
});
