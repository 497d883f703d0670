import type { Language } from "../../errors.ts";

/** What a command may touch of the outside; a parameter, so tests need no spies. */
export interface Terminal {
  /** The result. Resolves when the reader is ready for more. */
  readonly stdout: (chunk: string | Uint8Array) => Promise<void>;
  /** The talk: warnings, hints, summaries. */
  readonly stderr: (text: string) => void;
  readonly columns: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Today in the project's time zone, unless `--as-of` says otherwise. */
  readonly today: () => string;
  /** ISO time, for run metadata and locks only. */
  readonly now: () => string;
}

/** The settings of one call that every command understands. */
export interface Manner {
  readonly language: Language;
  readonly format: string;
  readonly quiet: boolean;
}
