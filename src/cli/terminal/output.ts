import { once } from "node:events";
import { createWriteStream, rmSync, type WriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { writeReason } from "../../error-messages/write-reasons.ts";
import { GoldpanError } from "../../errors.ts";
import type { Device } from "./terminal.ts";

type WriteChunk = (chunk: string | Uint8Array) => Promise<void>;

/** Files that are not whole yet; an interrupted process takes them away as it leaves. */
const unfinished = new Set<string>();

process.once("exit", () => {
  for (const path of unfinished) rmSync(path, { force: true });
});

/**
 * Runs `produce` with a place to write: stdout for `-`, else a file that appears only when it is
 * whole. Throws OUTPUT_NOT_WRITABLE; a half-written file is taken away.
 */
export async function withOutput<Result>(
  path: string,
  device: Device,
  produce: (write: WriteChunk) => Promise<Result>,
): Promise<Result> {
  if (path === "-") return produce((chunk) => toStdout(chunk, device));
  // A device such as /dev/full or the pipe /dev/fd/63 cannot be renamed over.
  if (`${dirname(path)}/`.startsWith("/dev/")) return intoFile(path, produce, path);
  const partial = join(dirname(path), `.${basename(path)}.${process.pid}.partial`);
  unfinished.add(partial);
  try {
    const result = await intoFile(partial, produce, path);
    await rename(partial, path).catch((error: unknown) => {
      throw notWritable(path, error);
    });
    return result;
  } finally {
    await rm(partial, { force: true });
    unfinished.delete(partial);
  }
}

/** Writes a text that is ready: a report, a list of clusters. */
export async function writeOutput(
  path: string,
  device: Device,
  content: string | Uint8Array,
): Promise<void> {
  await withOutput(path, device, (write) => write(content));
}

async function toStdout(chunk: string | Uint8Array, device: Device): Promise<void> {
  try {
    await device.stdout(chunk);
  } catch (error) {
    throw notWritable("stdout", error);
  }
}

/** Whether the reader of stdout went away, as `head` does when it has seen enough. */
export function isGoneReader(error: unknown): boolean {
  return codeOf(error) === "EPIPE";
}

/** Only failures of writing become OUTPUT_NOT_WRITABLE; those of `produce` stay what they are. */
async function intoFile<Result>(
  file: string,
  produce: (write: WriteChunk) => Promise<Result>,
  named: string,
): Promise<Result> {
  const stream = createWriteStream(file);
  const failed = once(stream, "error").then(([error]: unknown[]) => {
    throw notWritable(named, error);
  });
  failed.catch(() => undefined);
  try {
    const result = await Promise.race([produce((chunk) => writeTo(stream, chunk, named)), failed]);
    stream.end();
    // The last bytes may fail only here; `close` follows an error as well as success.
    await Promise.race([once(stream, "finish"), failed]);
    return result;
  } finally {
    stream.destroy();
  }
}

async function writeTo(
  stream: WriteStream,
  chunk: string | Uint8Array,
  named: string,
): Promise<void> {
  const written = new Promise<void>((resolve, reject) => {
    stream.write(chunk, (error) => (error ? reject(error) : resolve()));
  });
  // Waiting for each chunk keeps one in memory and names the failure where it happens.
  await written.catch((error: unknown) => {
    throw notWritable(named, error);
  });
}

/** A failure to write as OUTPUT_NOT_WRITABLE; that of a reader who went away stays what it is. */
export function notWritable(file: string, error: unknown): unknown {
  if (isGoneReader(error)) return error;
  const code = codeOf(error);
  return new GoldpanError("OUTPUT_NOT_WRITABLE", { file, ...writeReason(code) }, { cause: error });
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
