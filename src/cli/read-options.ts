import { z } from "zod";
import { GoldpanError } from "../errors.ts";
import type { ReadOptions } from "../model/source.ts";

const schema = z.object({
  sheet: z.string().optional(),
  encoding: z.string().optional(),
  headerRow: z.string().regex(/^\d+$/).transform(Number).optional(),
});

/** The options of every command that reads one table. Throws when the row is not a number. */
export function parseReadOptions(
  options: Readonly<Record<string, unknown>>,
  command: string,
): ReadOptions {
  const parsed = schema.safeParse(options);
  if (parsed.success) return parsed.data;
  const reason = "`--header-row` expects a row number, 0 for none";
  throw new GoldpanError("USAGE_WRONG_CALL", { command, reason });
}
