import { join, resolve } from "node:path";
import { GoldpanError } from "../errors.ts";
import { loadSettings, type LoadedSettings } from "../config/load-settings.ts";
import { modelOf } from "../config/model-of.ts";
import type { FlagSettings } from "../config/overrides.ts";
import type { Model } from "../model/entity.ts";
import type { RunContext } from "../pipeline/run-context.ts";
import { withProgress } from "./terminal/progress.ts";
import type { Terminal } from "./terminal/terminal.ts";

/** The project that this call works in. Throws CONFIG_MISSING and what else is wrong with it. */
export function findProject(terminal: Terminal, flags: FlagSettings = {}): LoadedSettings {
  return loadSettings({
    folder: terminal.cwd,
    file: terminal.configFile,
    flags,
    environment: terminal.env,
  });
}

/** The model of the project around, undefined where there is no project: a command needs none. */
export function modelHere(terminal: Terminal): Model | undefined {
  try {
    return modelOf(findProject(terminal).settings);
  } catch (error) {
    if (error instanceof GoldpanError && error.code === "CONFIG_MISSING") return undefined;
    throw error;
  }
}

/**
 * Runs a use case in the project of this call, with its progress told. The clock is read here and
 * nowhere below.
 */
export async function inProject<Result>(
  terminal: Terminal,
  work: (context: RunContext) => Promise<Result>,
  flags: FlagSettings = {},
): Promise<Result> {
  const { settings, projectDir } = findProject(terminal, flags);
  const { workspaceFile, cwd } = terminal;
  const now = terminal.now();
  return withProgress(terminal, (emit) =>
    work({
      settings,
      model: modelOf(settings),
      projectDir,
      workspacePath:
        workspaceFile === undefined
          ? join(projectDir, ".goldpan", "workspace.db")
          : resolve(cwd, workspaceFile),
      asOf: terminal.asOf ?? dayIn(settings.timezone, now),
      startedAt: now.toISOString(),
      emit,
    }),
  );
}

/** `dayIn("Asia/Shanghai", 2026-11-23T20:00Z)` -> `2026-11-24` */
function dayIn(timeZone: string, now: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone }).format(now);
}
