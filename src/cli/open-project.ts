import { join, resolve } from "node:path";
import { loadSettings, type LoadedSettings } from "../config/load-settings.ts";
import { modelOf } from "../config/model-of.ts";
import type { RunContext } from "../pipeline/run-context.ts";
import type { OptionSpec, ParsedCall } from "./command.ts";
import type { Terminal } from "./terminal/terminal.ts";

/** Options of every command that works on a project. */
export const projectOptions: readonly OptionSpec[] = [
  {
    flags: "--config <file>",
    text: {
      en: "Project file (default: goldpan.yaml here or above)",
      zh: "项目文件 (默认本文件夹或上级的 goldpan.yaml)",
    },
  },
  {
    flags: "--workspace <file>",
    text: {
      en: "Workspace file (default: .goldpan/workspace.db)",
      zh: "工作区文件 (默认 .goldpan/workspace.db)",
    },
  },
  {
    flags: "--as-of <date>",
    text: { en: "What counts as today (YYYY-MM-DD)", zh: "以哪天为今天 (YYYY-MM-DD)" },
  },
];

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;

/** The settings of the project that a call means. */
export function projectSettings({ options }: ParsedCall, terminal: Terminal): LoadedSettings {
  const above = { flags: {}, environment: terminal.env };
  return loadSettings({ folder: terminal.cwd, file: textOf(options["config"]), ...above });
}

/** What the use cases of a project need, from flags, environment and project file. */
export function openProject(call: ParsedCall, terminal: Terminal): RunContext {
  const { settings, projectDir } = projectSettings(call, terminal);
  const workspace = textOf(call.options["workspace"]);
  return {
    settings,
    model: modelOf(settings),
    projectDir,
    workspacePath:
      workspace === undefined
        ? join(projectDir, ".goldpan/workspace.db")
        : resolve(terminal.cwd, workspace),
    asOf: textOf(call.options["asOf"]) ?? terminal.today(),
    startedAt: terminal.now(),
    emit: () => undefined,
  };
}
