import { z } from "zod";
import { GoldpanError } from "../../errors.ts";
import { defineCommand, type Command, type OptionSpec, type ParsedCall } from "../command.ts";
import { applyPlan, dryRun, type LoadInput } from "../load-steps.ts";
import { flagOf, parseOptions } from "../parse-options.ts";
import type { Terminal } from "../terminal/terminal.ts";

const options: readonly OptionSpec[] = [
  {
    flags: "--dry-run",
    text: { en: "Plan only, write nothing to the CRM", zh: "只做计划, 不写入 CRM" },
  },
  { flags: "--out <file>", text: { en: "Keep the plan in this file", zh: "把计划存入此文件" } },
  { flags: "--plan <file>", text: { en: "Apply exactly this plan", zh: "严格执行此计划" } },
  {
    flags: "--resume",
    text: { en: "Go on with a load that was interrupted", zh: "继续中断的加载" },
  },
  {
    flags: "--where <expression>",
    text: {
      en: "Only golden records that match, FIELD=VALUE, and what belongs to them",
      zh: "只含符合条件的黄金记录及其下属记录, 字段=值",
    },
  },
  {
    flags: "--hold-review",
    text: { en: "Keep back records that wait for review", zh: "暂不加载待审的记录" },
  },
  {
    flags: "--on-stale <what>",
    text: { en: "When a row changed since the plan", zh: "计划之后行有变化时" },
    choices: ["fail", "skip"],
    default: "fail",
  },
  {
    flags: "--max-rejects <n>",
    text: {
      en: "Rejected rows to put up with, as a number or 2% (default: 0)",
      zh: "容许被拒的行数, 数字或 2% (默认 0)",
    },
    expects: { en: "a whole number or a percentage like 2%", zh: "整数或百分比, 例如 2%" },
    default: "0",
  },
  {
    flags: "--detailed-exitcode",
    text: {
      en: "With --dry-run: exit with 8 when there is work",
      zh: "与 --dry-run 合用: 有变更时退出码为 8",
    },
  },
];

const schema = z.strictObject({
  dryRun: z.boolean().default(false),
  out: z.string().optional(),
  plan: z.string().optional(),
  resume: z.boolean().default(false),
  where: z.string().optional(),
  holdReview: z.boolean().default(false),
  onStale: z.enum(["fail", "skip"]),
  maxRejects: z
    .string()
    .regex(/^\d{1,15}$|^\d{1,3}(\.\d+)?%$/)
    .transform((text) => ({ amount: Number.parseFloat(text), isPercent: text.endsWith("%") })),
  detailedExitcode: z.boolean().default(false),
});

/** Options that cannot be meant at once. */
const exclusive = [
  ["plan", "dryRun"],
  ["plan", "out"],
  ["plan", "where"],
  ["resume", "dryRun"],
  ["resume", "out"],
  ["resume", "where"],
] as const;

function parse(call: ParsedCall): LoadInput {
  const { command } = call;
  const input = parseOptions(schema, call);
  const isGiven = (name: keyof LoadInput): boolean =>
    input[name] !== undefined && input[name] !== false;
  const [one, other] = exclusive.find((pair) => pair.every(isGiven)) ?? [];
  if (one !== undefined && other !== undefined) {
    const details = { command, one: flagOf(one), other: flagOf(other) };
    throw new GoldpanError("USAGE_NOT_TOGETHER", details);
  }
  if (!input.detailedExitcode || input.dryRun) return input;
  const details = { command, one: "--detailed-exitcode", other: "--dry-run" };
  throw new GoldpanError("USAGE_ONLY_TOGETHER", details);
}

async function run(input: LoadInput, terminal: Terminal): Promise<number> {
  return input.dryRun ? dryRun(input, terminal) : applyPlan(input, terminal);
}

/** `goldpan load`: plan, or plan and apply. */
export const load: Command = defineCommand({
  args: "",
  usage: {
    en: "Write golden records into the CRM store: plan, then apply exactly that plan, each change with its\njournal. A second load writes nothing. Undo with `rollback`",
    zh: "把黄金记录写入 CRM: 先计划, 再严格执行该计划, 每次改动都有日志。重复加载不会再写。撤销用 `rollback`",
  },
  examples: [
    "goldpan load --dry-run --out pilot.plan",
    "goldpan load --plan pilot.plan",
    "goldpan load --where department=华东大区",
  ],
  options,
  parse,
  run,
});
