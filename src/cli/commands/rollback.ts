import { z } from "zod";
import { entityNames } from "../../model/entity.ts";
import { defineCommand, type Command, type OptionSpec, type ParsedCall } from "../command.ts";
import { inProject } from "../open-project.ts";
import { parseOptions } from "../parse-options.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { printResult } from "../terminal/print-result.ts";
import { reportStyle } from "../terminal/report-style.ts";
import type { Terminal } from "../terminal/terminal.ts";

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
    choices: ["keep", "abort", "force"],
  },
  {
    flags: "--where <expression>",
    text: { en: "Only rows that match, FIELD=VALUE", zh: "只含符合条件的行, 字段=值" },
  },
  {
    flags: "--entity <name>",
    text: { en: "Only this entity", zh: "只含此实体" },
    choices: entityNames,
  },
];

const schema = z.strictObject({
  dryRun: z.boolean().default(false),
  onConflict: z.enum(["keep", "abort", "force"]).optional(),
  where: z.string().optional(),
  entity: z.enum(entityNames).optional(),
});

interface Input extends z.output<typeof schema> {
  readonly run: string;
}

function parse(call: ParsedCall): Input {
  return { run: call.args[0] ?? "", ...parseOptions(schema, call) };
}

async function run({ onConflict, ...input }: Input, terminal: Terminal): Promise<number> {
  const { rollbackLoad } = await import("../../pipeline/rollback-load.ts");
  const { rollbackText } = await import("../../report/rollback-text.ts");
  const question = { ...input, onConflict: onConflict ?? "keep" };
  const result = await inProject(terminal, (context) => rollbackLoad(question, context));
  const text = (): string => rollbackText(result, reportStyle(terminal));
  await printResult({ thing: "rollback", value: result, text }, terminal);
  // Whoever typed `keep` has answered; whoever did not is told by the exit code.
  const isConflict = result.keptRows > 0 && onConflict === undefined;
  return isConflict ? exitCodes.conflict : exitCodes.done;
}

/** `goldpan rollback RUN`: three-way per field, itself a journalled run. */
export const rollback: Command = defineCommand({
  args: "<run>",
  usage: {
    en: "Undo a load, field by field; what users edited since stays and the exit code is then 5, unless\n`--on-conflict` says otherwise",
    zh: "逐字段撤销一次加载; 之后的人工修改予以保留, 此时退出码为 5, 除非用 `--on-conflict` 另行指定",
  },
  examples: ["goldpan rollback 2026-11-24-1 --dry-run", "goldpan rollback 2026-11-24-1"],
  options,
  parse,
  run,
});
