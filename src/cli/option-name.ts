import type { OptionSpec } from "./command.ts";

/** `"-o, --output <file>"` -> `"--output"` */
export function longFlag({ flags }: Pick<OptionSpec, "flags">): string {
  return /--[\w-]+/.exec(flags)?.[0] ?? flags;
}

/** `"-o, --output <file>"` -> `"-o"`; undefined for an option without a short form. */
export function shortFlag({ flags }: Pick<OptionSpec, "flags">): string | undefined {
  return /^-\w/.exec(flags)?.[0];
}

/** Whether a value follows the option. */
export function takesValue({ flags }: Pick<OptionSpec, "flags">): boolean {
  return flags.includes("<");
}
