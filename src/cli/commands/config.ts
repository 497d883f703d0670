import { describeSettings } from "../../config/describe-settings.ts";
import { textTable } from "../../report/text-table.ts";
import type { CommandBody } from "../command.ts";
import { projectOptions, projectSettings } from "../open-project.ts";

/** `goldpan config`: the settings in effect and where each comes from. */
export const config: CommandBody = {
  args: "",
  usage: {
    en: "Show the settings in effect and where each comes from: flag, environment, file or default",
    zh: "显示生效的设置及其来源: 命令行, 环境变量, 文件或默认值",
  },
  examples: ["goldpan config", "goldpan config --format json"],
  options: [
    {
      flags: "--format <name>",
      text: { en: "text, json", zh: "text, json" },
      choices: ["text", "json"],
      default: "text",
    },
    ...projectOptions,
  ],
  async run(call, terminal, manner) {
    const loaded = projectSettings(call, terminal);
    const settings = describeSettings(loaded);
    const titles = manner.language === "zh" ? ["设置", "值", "来源"] : ["Setting", "Value", "From"];
    const columns = titles.map((title) => ({ title, align: "left" }) as const);
    const text = textTable(
      columns,
      settings.map(({ key, value, from }) => [key, String(value), from]),
    );
    const json = { format: "goldpan.config/1", file: loaded.file, settings };
    await terminal.stdout(
      call.options["format"] === "json" ? `${JSON.stringify(json, null, 2)}\n` : text,
    );
    return 0;
  },
};
