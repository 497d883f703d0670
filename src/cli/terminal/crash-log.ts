import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Device } from "./terminal.ts";

/**
 * Leaves what is needed to find a bug and returns the name of the file: the kind of error, the
 * places in our code, the versions, the command and its flags. Never a message, a path or a value
 * that the user typed: they may hold customer data.
 */
export function writeCrashLog(error: unknown, argv: readonly string[], device: Device): string {
  const file = join(tmpdir(), `goldpan-crash-${process.pid}.log`);
  const lines = [
    `time: ${device.now().toISOString()}`,
    `node: ${process.version} ${process.platform} ${process.arch}`,
    `call: ${safeWords(argv).join(" ")}`,
    ...errorLines(error),
  ];
  try {
    writeFileSync(file, `${lines.join("\n")}\n`, { mode: 0o600 });
    return file;
  } catch {
    return "-";
  }
}

/** `["import", "王敏.xlsx", "--lang", "zh"]` -> `import ... --lang ...` */
function safeWords(argv: readonly string[]): string[] {
  return argv.map((word, index) => {
    if (/^--?[a-z][\w-]*$/.test(word)) return word;
    return index === 0 && /^[a-z]+$/.test(word) ? word : "...";
  });
}

function errorLines(error: unknown): string[] {
  if (!(error instanceof Error)) return [`error: ${kindOf(error)}`];
  const frames = (error.stack ?? "").split("\n").filter((line) => /^ +at /.test(line));
  const cause = error.cause === undefined ? [] : ["caused by", ...errorLines(error.cause)];
  return [`error: ${kindOf(error)}`, ...frames, ...cause];
}

/** What kind of error it is, without its message: `"TypeError"`, `"Error [ENOENT]"`. */
export function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = "code" in error ? String(error.code) : "";
  return /^[A-Z_]+$/.test(code) ? `${error.name} [${code}]` : error.name;
}
