import { describeSettings } from "../../config/describe-settings.ts";
import { defineCommand, type Command } from "../command.ts";
import { findProject } from "../open-project.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { printResult } from "../terminal/print-result.ts";
import type { Terminal } from "../terminal/terminal.ts";

async function run(_: undefined, terminal: Terminal): Promise<number> {
  const { textTable } = await import("../../report/text-table.ts");
  const project = findProject(terminal);
  const settings = describeSettings(project);
  const titles = terminal.language === "zh" ? ["设置", "值", "来源"] : ["Setting", "Value", "From"];
  const columns = titles.map((title) => ({ title, align: "left" }) as const);
  const rows = settings.map(({ key, value, from }) => [key, String(value ?? ""), from]);
  const text = (): string => textTable(columns, rows);
  await printResult({ thing: "config", value: { file: project.file, settings }, text }, terminal);
  return exitCodes.done;
}

/** `goldpan config`: the settings in effect, secrets as the variables they come from. */
export const config: Command = defineCommand({
  args: "",
  usage: {
    en: "Show the settings in effect and where each comes from: flag, environment, file or default",
    zh: "显示生效的设置及其来源: 选项, 环境变量, 文件或默认值",
  },
  examples: ["goldpan config", "GOLDPAN_STORE_PATH=crm.db goldpan config --format json"],
  options: [],
  parse: () => undefined,
  run,
});
