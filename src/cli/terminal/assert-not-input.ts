import { statSync } from "node:fs";
import { GoldpanError } from "../../errors.ts";

/**
 * Throws OUTPUT_IS_INPUT where a result would take the place of a file that it is made from, under
 * this name or another: `customers.csv`, `./customers.csv`, a link to it.
 */
export function assertNotInput(
  outputs: readonly (string | undefined)[],
  inputs: readonly (string | undefined)[],
): void {
  for (const output of outputs) {
    const place = placeOf(output);
    if (place === undefined) continue;
    if (inputs.some((input) => placeOf(input) === place)) {
      throw new GoldpanError("OUTPUT_IS_INPUT", { file: output ?? "" });
    }
  }
}

/** What tells a regular file from every other; nothing for `-`, a device or what does not exist. */
function placeOf(path: string | undefined): string | undefined {
  if (path === undefined || path === "-") return undefined;
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found?.isFile() === true ? `${found.dev}:${found.ino}` : undefined;
}
