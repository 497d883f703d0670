import { importSummary } from "../../report/import-summary.ts";
import type { CommandBody } from "../command.ts";
import { openProject, projectOptions } from "../open-project.ts";

/** `goldpan import [PATH...]`: files to source rows, idempotent by content. */
export const importCommand: CommandBody = {
  args: "[paths...]",
  usage: {
    en: "Read files into the workspace, once each: a file that was imported before changes nothing",
    zh: "把文件读入工作区, 每个文件一次: 已导入过的文件不会改变任何内容",
  },
  examples: [
    "goldpan import",
    "goldpan import exports/*.xlsx exports/crm.csv",
    "goldpan import new/ --accept-suggested",
  ],
  options: [
    {
      flags: "--accept-suggested",
      text: { en: "Use mappings that nobody has reviewed", zh: "使用尚未审核的映射" },
    },
    {
      flags: "--format <name>",
      text: { en: "text, json", zh: "text, json" },
      choices: ["text", "json"],
      default: "text",
    },
    ...projectOptions,
  ],
  async run(call, terminal, manner) {
    const context = openProject(call, terminal);
    const { importSources } = await import("../../pipeline/import-sources.ts");
    const acceptSuggested = call.options["acceptSuggested"] === true;
    const result = await importSources({ paths: call.args, acceptSuggested }, context);
    const json = { format: "goldpan.import/1", ...result };
    await terminal.stdout(
      call.options["format"] === "json"
        ? `${JSON.stringify(json, null, 2)}\n`
        : importSummary(result.files, manner.language),
    );
    for (const path of result.skipped) terminal.stderr(`skipped: ${path}\n`);
    return result.files.some(({ quarantined }) => quarantined.length > 0) ? 4 : 0;
  },
};
