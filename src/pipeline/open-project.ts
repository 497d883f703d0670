import { join, resolve } from "node:path";
import { loadSettings, type SettingsQuestion } from "../config/load-settings.ts";
import { modelOf } from "../config/model-of.ts";
import type { ProgressEvent, RunContext } from "./run-context.ts";

export interface ProjectQuestion {
  /** A folder of the project: `goldpan.yaml` lies here or above. */
  readonly folder: string;
  /** The time now: what runs are dated with, and today's date where `asOf` names no other. */
  readonly now: Date;
  /** The day that counts as today, `2026-11-24`. */
  readonly asOf?: string | undefined;
  /** A project file of another name or place. */
  readonly file?: string | undefined;
  /** The workspace, where it is not `.goldpan/workspace.db`. */
  readonly workspacePath?: string | undefined;
  readonly flags?: SettingsQuestion["flags"] | undefined;
  readonly environment?: SettingsQuestion["environment"] | undefined;
  readonly emit?: ((event: ProgressEvent) => void) | undefined;
}

/**
 * What every use case of a project needs: `runProject(question, openProject({ folder: ".", now: new Date() }))`.
 * Throws CONFIG_MISSING where there is no project, CONFIG_NOT_VALID with all that is wrong with it.
 */
export function openProject(question: ProjectQuestion): RunContext {
  const { folder, file, now, workspacePath, flags = {}, environment = process.env } = question;
  const { settings, projectDir } = loadSettings({ folder, file, flags, environment });
  return {
    settings,
    model: modelOf(settings),
    projectDir,
    workspacePath:
      workspacePath === undefined
        ? join(projectDir, ".goldpan", "workspace.db")
        : resolve(folder, workspacePath),
    asOf: question.asOf ?? dayIn(settings.timezone, now),
    startedAt: now.toISOString(),
    emit: question.emit ?? (() => undefined),
  };
}

/** `dayIn("Asia/Shanghai", 2026-11-23T20:00Z)` -> `2026-11-24` */
function dayIn(timeZone: string, now: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone }).format(now);
}
