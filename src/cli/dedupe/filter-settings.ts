import { modelOf } from "../../config/model-of.ts";
import { settingsSchema } from "../../config/settings.ts";
import { canonicalModel } from "../../model/canonical-model.ts";
import type { FileContext } from "../../pipeline/dedupe-file.ts";
import { findProject } from "../open-project.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** Filters ignore `goldpan.yaml` unless `--config` names it: then its model and rules count. */
export function filterSettings(terminal: Terminal): Omit<FileContext, "emit"> {
  if (terminal.configFile === undefined) {
    return { model: canonicalModel, settings: settingsSchema.parse({}), folder: terminal.cwd };
  }
  const { settings, projectDir: folder } = findProject(terminal);
  return { model: modelOf(settings), settings, folder };
}
