import type { ReportStyle } from "./report-style.ts";
import { say } from "./words.ts";

/** What a new project got. */
export interface InitResult {
  /** Files that were written, in the order of writing. */
  readonly written: readonly string[];
  /** Files that were there before and stayed as they are. */
  readonly kept: readonly string[];
}

/** The files of a new project, one a line. */
export function initSummary({ written, kept }: InitResult, { language }: ReportStyle): string {
  const lines = [
    ...written.map((file) => `  + ${file}`),
    ...kept.map((file) => `  = ${file}  ${say("unchanged", language)}`),
  ];
  const verdict = say("projectMade", language, { count: written.length });
  return `${[...lines, verdict].join("\n")}\n`;
}
