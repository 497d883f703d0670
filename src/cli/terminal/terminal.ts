import type { Language } from "../../errors.ts";

/** What a command may touch of the outside; a parameter, so tests need no spies. */
export interface Device {
  /** The result. Resolves when the reader is ready for more, rejects when it cannot be written. */
  readonly stdout: (chunk: string | Uint8Array) => Promise<void>;
  /** The talk: warnings, hints, summaries. */
  readonly stderr: (text: string) => void;
  /** Width of the screen, at most 100. */
  readonly columns: number;
  /** Somebody watches stderr. */
  readonly isTTY: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly now: () => Date;
}

/** The settings of one call that every command understands. */
export interface Manner {
  readonly language: Language;
  readonly format: string;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly color: boolean;
  readonly progress: "line" | "plain" | "jsonl" | "none";
  /** `--show-values`: personal data is printed as it is. */
  readonly showValues: boolean;
  /** `--yes`: what would be asked or refused for safety is done. */
  readonly yes?: boolean | undefined;
  /** `--as-of`, where it was given. */
  readonly asOf?: string | undefined;
  /** `--config`, where it was given. */
  readonly configFile?: string | undefined;
  /** `--workspace`, where it was given. */
  readonly workspaceFile?: string | undefined;
}

/** The outside together with how the user wants to be talked to. */
export interface Terminal extends Device, Manner {}
