import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { GoldpanError } from "../../errors.ts";
import type { Terminal } from "./terminal.ts";

export type WriteChunk = (chunk: string | Uint8Array) => Promise<void>;

/**
 * Runs `produce` with a place to write: stdout for `-`, else a file that appears only when it is
 * whole. Throws OUTPUT_NOT_WRITABLE; a half-written file is taken away.
 */
export async function withOutput<Result>(
  path: string,
  terminal: Terminal,
  produce: (write: WriteChunk) => Promise<Result>,
): Promise<Result> {
  if (path === "-") return produce(terminal.stdout);
  // A device such as /dev/full cannot be renamed over.
  const isDevice = dirname(path) === "/dev";
  const partial = isDevice ? path : join(dirname(path), `.${basename(path)}.partial`);
  try {
    const result = await intoFile(partial, produce);
    if (!isDevice) await rename(partial, path);
    return result;
  } catch (error) {
    if (!isDevice) await rm(partial, { force: true });
    throw notWritable(path, error);
  }
}

async function intoFile<Result>(
  path: string,
  produce: (write: WriteChunk) => Promise<Result>,
): Promise<Result> {
  const stream = createWriteStream(path);
  const failed = once(stream, "error").then(([error]: unknown[]) => {
    throw error;
  });
  failed.catch(() => undefined);
  const result = await Promise.race([produce((chunk) => writeTo(stream, chunk)), failed]);
  stream.end();
  // The last bytes may fail only here; `close` follows an error as well as success.
  await Promise.race([once(stream, "finish"), failed]);
  return result;
}

async function writeTo(stream: WriteStream, chunk: string | Uint8Array): Promise<void> {
  if (!stream.write(chunk)) await Promise.race([once(stream, "drain"), once(stream, "close")]);
  if (stream.errored !== null) throw stream.errored;
}

function notWritable(path: string, error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (!/^E[A-Z]+$/.test(code)) return error;
  const reason = error instanceof Error ? error.message.replace(/, (open|write).*$/, "") : code;
  return new GoldpanError("OUTPUT_NOT_WRITABLE", { file: path, reason }, { cause: error });
}
