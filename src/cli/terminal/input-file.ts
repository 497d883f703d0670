import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { GoldpanError } from "../../errors.ts";

/** Folders that hold what came from stdin; an interrupted process takes them away as it leaves. */
const spooled = new Set<string>();

process.once("exit", () => {
  for (const folder of spooled) rmSync(folder, { recursive: true, force: true });
});

/**
 * Runs `work` with a file that can be read twice: the named one, or for `-` a temporary file with
 * all of stdin, which only its owner may read and which is gone afterwards.
 * Throws IMPORT_EMPTY_FILE when nothing is piped in.
 */
export async function withInput<Result>(
  path: string,
  work: (file: string) => Promise<Result>,
  input: NodeJS.ReadableStream & { readonly isTTY?: boolean } = process.stdin,
): Promise<Result> {
  if (path !== "-") return work(path);
  if (input.isTTY === true) throw new GoldpanError("IMPORT_EMPTY_FILE", { file: "-" });
  const folder = mkdtempSync(join(tmpdir(), "goldpan-stdin-"));
  spooled.add(folder);
  try {
    const file = join(folder, "stdin");
    await pipeline(input, createWriteStream(file, { mode: 0o600 }));
    return await work(file).catch((error: unknown) => {
      throw asTyped(error, file);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
    spooled.delete(folder);
  }
}

/** An error about the temporary file as one about `-`, which is what the user knows. */
function asTyped(error: unknown, file: string): unknown {
  if (!(error instanceof GoldpanError) || error.details["file"] !== file) return error;
  const { code, details, place, problems, cause } = error;
  const named = place.file === undefined ? place : { ...place, file: "-" };
  return new GoldpanError(code, { ...details, file: "-" }, { place: named, problems, cause });
}
