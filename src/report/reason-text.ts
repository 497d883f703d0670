import { loadReasons, type LoadReasonCode } from "../model/load-reason.ts";
import type { ReportStyle } from "./report-style.ts";

/**
 * Why a load left something out, as a person reads it.
 * `reasonText("L104 3, 8", { language: "en" })` -> `"L104 several rows of the CRM fit: 3, 8"`
 */
export function reasonText(reason: string, { language }: ReportStyle): string {
  const [code = "", ...rest] = reason.split(" ");
  if (!isCode(code)) return reason;
  return `${code} ${loadReasons[code][language].replace("{detail}", rest.join(" "))}`;
}

function isCode(word: string): word is LoadReasonCode {
  return word in loadReasons;
}
