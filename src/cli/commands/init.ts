import { z } from "zod";
import type { InitResult } from "../../report/init-summary.ts";
import { defineCommand, type Command, type OptionSpec, type ParsedCall } from "../command.ts";
import { parseOptions } from "../parse-options.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import type { MessageKey } from "../terminal/messages.ts";
import { hint, printResult } from "../terminal/print-result.ts";
import { reportStyle } from "../terminal/report-style.ts";
import type { Terminal } from "../terminal/terminal.ts";

const options: readonly OptionSpec[] = [
  {
    flags: "--from <dir>",
    text: { en: "Suggest mappings for the files in this folder", zh: "为该文件夹中的文件建议映射" },
  },
  {
    flags: "--ci <system>",
    text: { en: "Add a workflow for the monthly audit", zh: "加入每月审计的 CI 流程" },
    choices: ["github", "gitlab", "jenkins"],
  },
];

const schema = z.strictObject({
  from: z.string().optional(),
  ci: z.enum(["github", "gitlab", "jenkins"]).optional(),
});

type Input = z.output<typeof schema>;

function parse(call: ParsedCall): Input {
  return parseOptions(schema, call);
}

async function run(input: Input, terminal: Terminal): Promise<number> {
  const { initProject } = await import("../../pipeline/init-project.ts");
  const { initSummary } = await import("../../report/init-summary.ts");
  const { cwd, language } = terminal;
  const result = await initProject({ dir: cwd, language, ...input });
  const text = (): string => initSummary(result, reportStyle(terminal));
  const talk = nextWords(result).map((word) => hint(word, terminal));
  await printResult({ thing: "init", value: result, text, talk }, terminal);
  return exitCodes.done;
}

function nextWords({ written, mappings, unread }: InitResult): MessageKey[] {
  if (mappings.length > 0) return ["nextRun"];
  if (unread.length > 0) return ["nextMapping"];
  return written.length > 0 ? ["nextExports"] : [];
}

/** `goldpan init`: the files of a project; nothing that is there is overwritten. */
export const init: Command = defineCommand({
  args: "",
  usage: {
    en: "Begin a project in this folder: goldpan.yaml, mappings for the files found, .gitignore. What is there\nalready stays as it is",
    zh: "在当前文件夹建立项目: goldpan.yaml, 所见文件的映射, .gitignore。已有的文件保持不变",
  },
  examples: ["goldpan init", "goldpan init --from exports --ci github"],
  options,
  parse,
  run,
});
