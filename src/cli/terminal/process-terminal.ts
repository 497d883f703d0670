import type { Device } from "./terminal.ts";

/** The real outside. Errors of stdout come back to whoever writes; stderr has nobody to tell. */
export function processTerminal(): Device {
  process.stdout.on("error", () => undefined);
  process.stderr.on("error", () => undefined);
  return {
    stdout: (chunk) =>
      new Promise((resolve, reject) => {
        process.stdout.write(chunk, (error) => (error ? reject(error) : resolve()));
      }),
    stderr: (text) => void process.stderr.write(text),
    // A terminal that does not know its width says 0.
    columns: Math.min(process.stdout.columns || 100, 100),
    isTTY: process.stderr.isTTY,
    env: process.env,
    cwd: process.cwd(),
    now: () => new Date(),
  };
}
