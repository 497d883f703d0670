import type { Settings } from "../config/settings.ts";
import type { Model } from "../model/entity.ts";

/** Something a long step tells while it works; whoever started it decides whether to draw it. */
export interface ProgressEvent {
  readonly step: string;
  readonly done: number;
  readonly total?: number;
}

/** What every use case of a project needs. Nothing in the pipeline reads the clock or prints. */
export interface RunContext {
  readonly settings: Settings;
  readonly model: Model;
  /** Folder of `goldpan.yaml`; relative paths in it start here. */
  readonly projectDir: string;
  readonly workspacePath: string;
  /** The only "now" of data: `YYYY-MM-DD`. */
  readonly asOf: string;
  /** ISO time for run metadata and locks; never part of a result. */
  readonly startedAt: string;
  readonly emit: (event: ProgressEvent) => void;
}
