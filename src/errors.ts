import type { ErrorMessage } from "./error-messages/error-message.ts";
import { errorMessages } from "./error-messages.ts";

export type ErrorCode = keyof typeof errorMessages;
export type Language = "zh" | "en";

/** Where something went wrong. Rows count as Excel counts them: the first row of the sheet is 1. */
export interface Place {
  readonly file?: string | undefined;
  readonly sheet?: string | undefined;
  readonly row?: number | undefined;
  readonly column?: string | number | undefined;
}

type Details = Readonly<Record<string, string | number>>;

/** One of several mistakes in one file. `excerpt` is the line of the file it stands in. */
export interface Problem {
  readonly code: ErrorCode;
  readonly details: Details;
  readonly place?: Place;
  readonly excerpt?: string;
}

interface ErrorOptions {
  readonly place?: Place;
  readonly problems?: readonly Problem[];
  readonly cause?: unknown;
}

/**
 * The one exception of goldpan: what could not be done, where, and what to do next.
 * Anything else that is thrown is a bug of ours. Problems in data are findings, never exceptions.
 * `new GoldpanError("IMPORT_FILE_MISSING", { file: "a.csv" }).message` -> "Cannot open `a.csv`: no such file"
 */
export class GoldpanError extends Error {
  readonly code: ErrorCode;
  readonly details: Details;
  readonly place: Place;
  readonly problems: readonly Problem[];

  constructor(code: ErrorCode, details: Details = {}, options: ErrorOptions = {}) {
    super(
      describe(code, details, "en"),
      options.cause === undefined ? {} : { cause: options.cause },
    );
    this.name = "GoldpanError";
    this.code = code;
    this.details = details;
    this.place = options.place ?? {};
    this.problems = options.problems ?? [];
  }

  /** The exit code of `contracts.md` 8 that this error ends a command with. */
  get exitCode(): number {
    return errorMessages[this.code].exit;
  }
}

/** `describe("IMPORT_FILE_MISSING", { file: "a.csv" }, "zh")` -> the sentence in that language */
export function describe(code: ErrorCode, details: Details, language: Language): string {
  return fill(errorMessages[code][language], details);
}

/** What to do about an error, or an empty string when there is nothing to say. */
export function hintOf(code: ErrorCode, details: Details, language: Language): string {
  const entry: ErrorMessage = errorMessages[code];
  return entry.hint === undefined ? "" : fill(entry.hint[language], details);
}

/** Fills `{file}` with its detail and `{count:row/rows}` with the word that fits the number. */
function fill(template: string, details: Details): string {
  return template
    .replaceAll(/\{(\w+):([^/}]*)\/([^}]*)\}/g, (_, name: string, one: string, many: string) =>
      Number(details[name]) === 1 ? one : many,
    )
    .replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole));
}
