import { once } from "node:events";
import { GoldpanError } from "../errors.ts";
import { commandHelp, topHelp } from "./help.ts";
import { commands } from "./program.ts";
import { languageOf } from "./terminal/language.ts";
import type { Terminal } from "./terminal/terminal.ts";

/** The real terminal; a reader that goes away (`| head`) ends the work quietly. */
function processTerminal(): Terminal {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    process.stderr.write(`error: Cannot write to stdout: ${error.message}\n`);
    process.exit(3);
  });
  return {
    stdout: async (chunk) => {
      if (!process.stdout.write(chunk)) await once(process.stdout, "drain");
    },
    stderr: (text) => void process.stderr.write(text),
    columns: Math.min(process.stdout.columns ?? 100, 100),
    env: process.env,
    cwd: process.cwd(),
    now: () => new Date().toISOString(),
    today: () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(),
  };
}

/** Runs the command line and leaves its exit code with the process. */
export async function main(argv: readonly string[]): Promise<void> {
  process.exitCode = await run(argv, processTerminal());
}

/** One command line from words to exit code (`contracts.md` 8). Never throws. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const flag = argv[argv.indexOf("--lang") + 1];
  const language = languageOf(argv.includes("--lang") ? flag : undefined, terminal.env);
  try {
    return await dispatch(argv, terminal);
  } catch (error) {
    const { errorText } = await import("./terminal/print-error.ts");
    terminal.stderr(errorText(error, language));
    return error instanceof GoldpanError ? error.exitCode : 3;
  }
}

async function dispatch(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [name = "--help", ...words] = argv;
  const flag = argv.includes("--lang") ? argv[argv.indexOf("--lang") + 1] : undefined;
  const language = languageOf(flag, terminal.env);
  if (["--help", "-h", "help", "--lang"].includes(name)) return print(terminal, topHelp(language));
  if (["--version", "-V"].includes(name)) return print(terminal, `${await version()}\n`);
  const entry = commands.find((each) => each.name === name);
  const { nearest, parseCall } = await import("./parse-call.ts");
  if (entry === undefined) {
    const near = nearest(
      name,
      commands.map((each) => each.name),
    );
    throw new GoldpanError("USAGE_UNKNOWN_COMMAND", { command: name, near: `goldpan ${near}` });
  }
  const body = await entry.load();
  if (words.includes("--help") || words.includes("-h")) {
    return print(terminal, commandHelp(name, body, language));
  }
  const call = parseCall(name, body, words);
  const manner = { language, format: "text", quiet: call.options["quiet"] === true };
  return body.run(call, terminal, manner);
}

async function print(terminal: Terminal, text: string): Promise<number> {
  await terminal.stdout(text);
  return 0;
}

async function version(): Promise<string> {
  const { readFile } = await import("node:fs/promises");
  const text = await readFile(new URL("../../package.json", import.meta.url), "utf8");
  // Our own package.json always has a version.
  return (JSON.parse(text) as { version: string }).version;
}
