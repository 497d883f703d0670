import type { Language } from "../errors.ts";
import type { Command, CommandEntry } from "./command.ts";
import { commands } from "./program.ts";
import { exitCodeOf, interrupt } from "./terminal/interruption.ts";
import { languageOf } from "./terminal/language.ts";
import { processTerminal } from "./terminal/process-terminal.ts";
import type { Device, Terminal } from "./terminal/terminal.ts";

/** Runs the command line and leaves its exit code with the process. */
export async function start(argv: readonly string[]): Promise<void> {
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const) {
    process.on(signal, () => interrupt(code));
  }
  process.exitCode = exitCodeOf(await run(argv, processTerminal()));
}

/** One command line from words to exit code (`contracts.md` 8). Never throws. */
export async function run(argv: readonly string[], device: Device): Promise<number> {
  const language = languageOf(argv, device.env);
  try {
    return await dispatch(argv, device, language);
  } catch (error) {
    const { reportError } = await import("./terminal/print-error.ts");
    return reportError(error, argv, device, language);
  }
}

async function dispatch(
  argv: readonly string[],
  device: Device,
  language: Language,
): Promise<number> {
  const [first = "--help"] = argv;
  if (first === "--version" || first === "-V") return print(device, `${await version()}\n`);
  if (first === "--help" || first === "-h") {
    // The commonest calls load neither commander nor zod nor the table of errors.
    const { topHelp } = await import("./help.ts");
    return print(device, topHelp(language));
  }
  const { resolveCommand } = await import("./resolve-command.ts");
  const words = first === "help" ? [...argv.slice(1), "--help"] : argv;
  const { entry, family, words: rest } = await resolveCommand(words, commands);
  const wantsHelp = beforeDashes(rest).some((word) => word === "--help" || word === "-h");
  if (entry === undefined) return helpOf({ family, words: rest, wantsHelp }, device, language);
  const command = await entry.load();
  if (wantsHelp) {
    const { commandHelp } = await import("./help.ts");
    return print(device, commandHelp(entry.name, command, language));
  }
  return execute(entry.name, command, rest, { device, language });
}

async function execute(
  name: string,
  command: Command,
  words: readonly string[],
  { device, language }: { readonly device: Device; readonly language: Language },
): Promise<number> {
  const { parseCall } = await import("./parse-call.ts");
  const { parseManner } = await import("./manner.ts");
  const { own, common } = parseCall(name, command, words);
  const terminal: Terminal = { ...device, ...parseManner(common, device, language) };
  return command.execute(own, terminal);
}

interface Nameless {
  readonly family: readonly CommandEntry[];
  readonly words: readonly string[];
  readonly wantsHelp: boolean;
}

/** No command was named, or only the first word of one. */
async function helpOf(call: Nameless, device: Device, language: Language): Promise<number> {
  const { familyHelp, topHelp } = await import("./help.ts");
  const { family, words, wantsHelp } = call;
  const [parent = ""] = family[0]?.name.split(" ") ?? [];
  if (family.length > 0 && wantsHelp) return print(device, familyHelp(parent, family, language));
  if (family.length === 0 && (wantsHelp || words.every((word) => !word.startsWith("-")))) {
    return print(device, topHelp(language));
  }
  const { GoldpanError } = await import("../errors.ts");
  const names = family.map(({ name }) => `\`${name.split(" ")[1] ?? name}\``).join(", ");
  if (family.length > 0) {
    throw new GoldpanError("USAGE_MISSING_SUBCOMMAND", { command: parent, names });
  }
  return onlyOptions(words, device, language);
}

/** `goldpan --lang zh` is a wish for help; `goldpan --langg zh` is a mistake. */
async function onlyOptions(
  words: readonly string[],
  device: Device,
  language: Language,
): Promise<number> {
  const { parseCall } = await import("./parse-call.ts");
  const { topHelp, topCommand } = await import("./help.ts");
  parseCall("<command>", topCommand, words);
  return print(device, topHelp(language));
}

function beforeDashes(words: readonly string[]): readonly string[] {
  const at = words.indexOf("--");
  return at < 0 ? words : words.slice(0, at);
}

async function print(device: Device, text: string): Promise<number> {
  try {
    await device.stdout(text);
  } catch (error) {
    const { notWritable } = await import("./terminal/output.ts");
    throw notWritable("stdout", error);
  }
  return 0;
}

async function version(): Promise<string> {
  const { readFile } = await import("node:fs/promises");
  const text = await readFile(new URL("../../package.json", import.meta.url), "utf8");
  // Our own package.json always has a version.
  return (JSON.parse(text) as { version: string }).version;
}
