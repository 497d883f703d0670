import { z } from "zod";
import type { ImportQuestion } from "../../pipeline/import-sources.ts";
import { defineCommand, type Command, type OptionSpec, type ParsedCall } from "../command.ts";
import { inProject } from "../open-project.ts";
import { parseOptions } from "../parse-options.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { say } from "../terminal/messages.ts";
import { hint, printResult } from "../terminal/print-result.ts";
import { reportStyle } from "../terminal/report-style.ts";
import { keepMemorySteady } from "../terminal/steady-memory.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** Shared with `run`: take mappings that nobody has reviewed. */
export const acceptSuggestedOption: OptionSpec = {
  flags: "--accept-suggested",
  text: { en: "Take mappings that nobody has reviewed", zh: "接受尚未审核的映射" },
};

const replaceOption: OptionSpec = {
  flags: "--replace",
  text: {
    en: "Read these files in the place of their earlier contents",
    zh: "用这些文件取代其旧内容",
  },
};

const schema = z.strictObject({
  acceptSuggested: z.boolean().default(false),
  replace: z.boolean().default(false),
});

function parse(call: ParsedCall): ImportQuestion {
  return { paths: call.args, ...parseOptions(schema, call) };
}

async function run(question: ImportQuestion, terminal: Terminal): Promise<number> {
  keepMemorySteady();
  const { importSources } = await import("../../pipeline/import-sources.ts");
  const { importSummary } = await import("../../report/import-summary.ts");
  const result = await inProject(terminal, (context) => importSources(question, context));
  const text = (): string => importSummary(result.files, reportStyle(terminal));
  const talk = [
    ...result.skipped.map((path) => say(terminal.language, "skipped", { path })),
    hint("nextNormalize", terminal),
  ];
  await printResult({ thing: "import", value: result, text, talk }, terminal);
  const setAside = result.files.some(({ quarantined }) => quarantined.length > 0);
  return setAside ? exitCodes.rejectedRows : exitCodes.done;
}

/** `goldpan import [PATH...]`: files to source rows, each file once. */
export const importCommand: Command = defineCommand({
  args: "[paths...]",
  usage: {
    en: "Read exports into the workspace: the files named, else the `sources` of the project. A file that was\nimported before changes nothing. To look first use `inspect`",
    zh: "把导出文件读入工作区: 指定的文件, 否则是项目的 `sources`。导入过的文件不会再变动。先看内容请用 `inspect`",
  },
  examples: [
    "goldpan import",
    "goldpan import exports/*.xlsx old.csv",
    "goldpan import exports/crm.xlsx --replace",
  ],
  options: [replaceOption, acceptSuggestedOption],
  parse,
  run,
});
