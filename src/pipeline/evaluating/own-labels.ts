import { resolve } from "node:path";
import type { KnownLabels } from "../../dedupe/labelled-evidence.ts";
import { readLabels } from "./read-labels.ts";

/** The labels that the settings name, where they name any. Throws what `readLabels` throws. */
export async function readOwnLabels(
  file: string | undefined,
  folder: string,
): Promise<KnownLabels | undefined> {
  return file === undefined ? undefined : await readLabels(resolve(folder, file));
}
