import { GoldpanError } from "../../errors.ts";

/** What is wrong with a file, in both languages. */
export type Reason = readonly [en: string, zh: string];

/** IMPORT_DAMAGED with its reason. */
export function damagedFile(
  file: string,
  [reason, reasonZh]: Reason,
  cause?: unknown,
): GoldpanError {
  return new GoldpanError("IMPORT_DAMAGED", { file, reason, reasonZh }, { cause });
}
