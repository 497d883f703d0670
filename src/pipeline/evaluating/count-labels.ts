import { existsSync } from "node:fs";
import { GoldpanError } from "../../errors.ts";
import { readLabels } from "./read-labels.ts";

/**
 * How many labelled pairs of a sample would be lost if it were written over: 0 where there is no such
 * file, or another one. A label that cannot be understood is one: somebody typed it.
 */
export async function countLabels(file: string): Promise<number> {
  if (!existsSync(file)) return 0;
  try {
    const labels = await readLabels(file);
    return Array.isArray(labels) ? labels.length : labels.size;
  } catch (error) {
    if (!(error instanceof GoldpanError)) throw error;
    return error.code === "DEDUPE_LABEL_NOT_READ" ? 1 : 0;
  }
}
