import type { Language } from "../errors.ts";

/** How a report is to look. */
export interface ReportStyle {
  readonly language: Language;
  /** Columns of the terminal; 100 unless told. */
  readonly width?: number;
  /** Personal values in full; masked unless told. */
  readonly showValues?: boolean;
}

/** The width of a report that nobody asked another width for. */
export const defaultWidth = 100;
