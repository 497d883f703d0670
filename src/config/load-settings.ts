import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { GoldpanError } from "../errors.ts";
import { parseSettings, type ParsedSettings, type SettingsAbove } from "./parse-settings.ts";

const projectFile = "goldpan.yaml";

/** Where to look for a project, and what stands above its file. */
export interface SettingsQuestion extends SettingsAbove {
  readonly folder: string;
  /** `--config`: this file and no other. */
  readonly file?: string | undefined;
}

/** The settings of a project that was found. */
export interface LoadedSettings extends ParsedSettings {
  readonly file: string;
  /** Folder of the project file; relative paths in it start here. */
  readonly projectDir: string;
}

/**
 * The settings of the project in a folder or above it. Throws CONFIG_MISSING when there is none,
 * CONFIG_NOT_READABLE when it cannot be read, CONFIG_NOT_VALID with all mistakes in it.
 */
export function loadSettings(question: SettingsQuestion): LoadedSettings {
  const file =
    question.file === undefined
      ? findProjectFile(question.folder)
      : resolve(question.folder, question.file);
  if (file === undefined) throw new GoldpanError("CONFIG_MISSING", { folder: question.folder });
  return { ...parseSettings(read(file), file, question), file, projectDir: dirname(file) };
}

/** The nearest `goldpan.yaml` in a folder or above, undefined when there is none. */
function findProjectFile(folder: string): string | undefined {
  let here = resolve(folder);
  while (!existsSync(join(here, projectFile))) {
    const above = dirname(here);
    if (above === here) return undefined;
    here = above;
  }
  return join(here, projectFile);
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    throw new GoldpanError("CONFIG_NOT_READABLE", { file, reason }, { cause, place: { file } });
  }
}
