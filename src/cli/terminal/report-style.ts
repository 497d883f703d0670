import type { ReportStyle } from "../../report/report-style.ts";
import type { Terminal } from "./terminal.ts";

/** How reports are to look on this terminal. */
export function reportStyle({ language, columns, showValues }: Terminal): ReportStyle {
  return { language, width: columns, showValues };
}
