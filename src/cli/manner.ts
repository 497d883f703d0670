import { z } from "zod";
import type { Language } from "../errors.ts";
import type { ParsedCall } from "./command.ts";
import { parseOptions } from "./parse-options.ts";
import type { Device, Manner } from "./terminal/terminal.ts";

const schema = z.strictObject({
  format: z.string().default("text"),
  lang: z.string().optional(),
  quiet: z.boolean().default(false),
  verbose: z.boolean().default(false),
  color: z.enum(["auto", "always", "never"]).default("auto"),
  progress: z.enum(["auto", "none", "jsonl"]).default("auto"),
  workspace: z.string().optional(),
  config: z.string().optional(),
  asOf: z.iso.date().optional(),
  yes: z.boolean().default(false),
  showValues: z.boolean().default(false),
});

/** How the user of this call wants to be talked to. Throws USAGE_WRONG_VALUE. */
export function parseManner(call: ParsedCall, device: Device, language: Language): Manner {
  const options = parseOptions(schema, call);
  return {
    language,
    format: options.format,
    quiet: options.quiet,
    verbose: options.verbose,
    color: wantsColor(options.color, device),
    progress: progressOf(options.progress, options.quiet, device),
    showValues: options.showValues,
    yes: options.yes,
    asOf: options.asOf,
    configFile: options.config,
    workspaceFile: options.workspace,
  };
}

/** https://no-color.org and https://force-color.org: a variable that is set and not empty. */
export function wantsColor(when: string, { env, isTTY }: Device): boolean {
  if (when !== "auto") return when === "always";
  if ((env["NO_COLOR"] ?? "") !== "") return false;
  const forced = env["FORCE_COLOR"] ?? "";
  return forced === "" ? isTTY : forced !== "0";
}

function progressOf(
  how: "auto" | "none" | "jsonl",
  quiet: boolean,
  { env, isTTY }: Device,
): Manner["progress"] {
  if (how !== "auto") return how;
  if (quiet) return "none";
  if (isTTY) return "line";
  return (env["CI"] ?? "") === "" ? "plain" : "none";
}
