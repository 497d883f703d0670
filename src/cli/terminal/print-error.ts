import {
  describe,
  GoldpanError,
  hintOf,
  type Language,
  type Place,
  type Problem,
} from "../../errors.ts";
import { wantsColor } from "../manner.ts";
import { kindOf, writeCrashLog } from "./crash-log.ts";
import { say } from "./messages.ts";
import { isGoneReader } from "./output.ts";
import { paintCommands, styleOf, type Style } from "./style.ts";
import type { Device } from "./terminal.ts";

/**
 * Tells an error in the form that the call asks for and gives its exit code. A bug leaves a crash
 * log; a reader that went away (`| head`) is no error.
 */
export function reportError(
  error: unknown,
  argv: readonly string[],
  device: Device,
  language: Language,
): number {
  if (isGoneReader(error)) return 0;
  if (!(error instanceof GoldpanError)) return reportBug(error, argv, device, language);
  if (valueOf("--format", argv) === "json") {
    device.stderr(`${JSON.stringify(errorObject(error, language))}\n`);
  } else {
    device.stderr(errorText(error, language, styleFor(argv, device)));
    if (argv.includes("--verbose")) device.stderr(causeText(error.cause, language));
  }
  return error.exitCode;
}

/** An error as a person reads it: what could not be done, where, each mistake, the way out. */
function errorText(error: GoldpanError, language: Language, style: Style): string {
  const { code, details, problems } = error;
  const listed = problems.map((problem) => problemText(problem, language, style)).join("\n");
  const hint = hintOf(code, details, language);
  return [
    `${style.error("error:")} ${paintCommands(describe(code, details, language), style)}\n`,
    placeText(error.place),
    listed === "" ? "" : `\n${listed}`,
    hint === "" ? "" : `\n${style.command("hint:")} ${paintCommands(hint, style)}\n`,
  ].join("");
}

/** The same for machines. */
function errorObject(
  { code, details, place, problems, exitCode }: GoldpanError,
  language: Language,
): object {
  return {
    format: "goldpan.error/1",
    exitCode,
    code,
    message: describe(code, details, language),
    hint: hintOf(code, details, language),
    place,
    problems: problems.map((problem) => ({
      code: problem.code,
      message: describe(problem.code, problem.details, language),
      place: problem.place ?? {},
    })),
  };
}

function placeText({ file, sheet, row, column }: Place): string {
  const parts = Object.entries({ file, sheet, row, column })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${value}`);
  return parts.length === 0 ? "" : `  ${parts.join("   ")}\n`;
}

function problemText(problem: Problem, language: Language, style: Style): string {
  const { code, details, place, excerpt } = problem;
  const where = [place?.file, place?.row, place?.column]
    .filter((part) => part !== undefined)
    .join(":");
  const row = String(place?.row ?? "").padStart(6);
  const line = excerpt === undefined ? "" : `${row} | ${excerpt}\n`;
  const sentence = paintCommands(describe(code, details, language), style);
  return `  ${where}  ${style.command(code)}\n${line}${" ".repeat(6)} | ${sentence}\n`;
}

/** A bug of ours: its message may quote data, so only its kind is told and its stack kept. */
function reportBug(
  error: unknown,
  argv: readonly string[],
  device: Device,
  language: Language,
): number {
  const file = writeCrashLog(error, argv, device);
  const name = kindOf(error);
  const hint = say(language, "bugHint", { file });
  if (valueOf("--format", argv) === "json") {
    const object = {
      format: "goldpan.error/1",
      exitCode: 3,
      code: "INTERNAL",
      message: name,
      hint,
    };
    device.stderr(`${JSON.stringify(object)}\n`);
    return 3;
  }
  const style = styleFor(argv, device);
  const cause = `  ${say(language, "cause")}: ${name}\n`;
  device.stderr(`${style.error("error:")} ${say(language, "bug")}\n${cause}`);
  device.stderr(`\n${style.command("hint:")} ${paintCommands(hint, style)}\n`);
  return 3;
}

function causeText(cause: unknown, language: Language): string {
  return cause === undefined ? "" : `\n  ${say(language, "cause")}: ${kindOf(cause)}\n`;
}

function styleFor(argv: readonly string[], device: Device): Style {
  return styleOf({ color: wantsColor(valueOf("--color", argv) ?? "auto", device) });
}

/** The value of an option in a call that may be wrong elsewhere. */
function valueOf(flag: string, argv: readonly string[]): string | undefined {
  const at = argv.findIndex((word) => word === flag || word.startsWith(`${flag}=`));
  return at < 0 ? undefined : (argv[at]?.split("=")[1] ?? argv[at + 1]);
}
