import { z } from "zod";
import { GoldpanError } from "../errors.ts";
import type { OptionSpec, ParsedCall } from "./command.ts";
import { longFlag } from "./option-name.ts";

/** A whole number as typed: `"12"` -> 12. */
export const wholeNumber: z.ZodType<number> = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

/** A whole number from 1, as typed: `"0"` is none. */
export const countFromOne: z.ZodType<number> = wholeNumber.refine((value) => value >= 1);

/** A share between 0 and 1 as typed: `"0.95"` -> 0.95. */
export const share: z.ZodType<number> = z
  .string()
  .regex(/^(0(\.\d+)?|1(\.0+)?)$/)
  .transform(Number);

/** The options of a call as its schema wants them. Throws USAGE_WRONG_VALUE. */
export function parseOptions<Output>(schema: z.ZodType<Output>, call: ParsedCall): Output {
  const parsed = schema.safeParse(call.options);
  if (parsed.success) return parsed.data;
  const name = String(parsed.error.issues[0]?.path[0] ?? "");
  const spec = call.specs.find((each) => camelCase(longFlag(each)) === name);
  throw wrongValue(call, spec, String(call.options[name]));
}

function wrongValue(
  { command }: ParsedCall,
  spec: OptionSpec | undefined,
  found: string,
): GoldpanError {
  const option = spec === undefined ? "" : longFlag(spec);
  const { en: expected = "", zh: expectedZh = "" } = spec?.expects ?? spec?.text ?? {};
  const details = { command, option, found, expected, expectedZh };
  return new GoldpanError("USAGE_WRONG_VALUE", details);
}

/** `"asOf"` -> `"--as-of"`, as the user types it. */
export function flagOf(name: string): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** `"--as-of"` -> `"asOf"`, as commander names the value of an option. */
export function camelCase(flag: string): string {
  return flag.slice(2).replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
