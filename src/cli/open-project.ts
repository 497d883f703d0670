import { GoldpanError } from "../errors.ts";
import { loadSettings, type LoadedSettings } from "../config/load-settings.ts";
import { modelOf } from "../config/model-of.ts";
import type { FlagSettings } from "../config/overrides.ts";
import type { Model } from "../model/entity.ts";
import { openProject } from "../pipeline/open-project.ts";
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
  const {
    cwd: folder,
    configFile: file,
    workspaceFile: workspacePath,
    env: environment,
  } = terminal;
  const { asOf } = terminal;
  return withProgress(terminal, (emit) => {
    const question = { folder, file, workspacePath, environment, asOf, flags, emit };
    return work(openProject({ ...question, now: terminal.now() }));
  });
}
