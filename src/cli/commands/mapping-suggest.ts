import { mkdir } from "node:fs/promises";
import { basename, dirname, relative } from "node:path";
import { z } from "zod";
import { canonicalModel } from "../../model/canonical-model.ts";
import type { ReadOptions } from "../../model/source.ts";
import { defineCommand, type Command, type ParsedCall } from "../command.ts";
import { modelHere } from "../open-project.ts";
import { outputOption } from "../output-option.ts";
import { parseOptions } from "../parse-options.ts";
import { pickReadOptions, readOptions, readSchema } from "../read-options.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { writeOutput } from "../terminal/output.ts";
import { hint, tell } from "../terminal/print-result.ts";
import type { Terminal } from "../terminal/terminal.ts";

const schema = z.strictObject({ output: z.string(), ...readSchema });

interface Input {
  readonly file: string;
  readonly output: string;
  readonly read: ReadOptions;
}

function parse(call: ParsedCall): Input {
  const { output, ...read } = parseOptions(schema, call);
  return { file: call.args[0] ?? "", output, read: pickReadOptions(read) };
}

async function run({ file, output, read }: Input, terminal: Terminal): Promise<number> {
  const { suggestMappingFile } = await import("../../pipeline/suggest-mapping-file.ts");
  const named = relative(terminal.cwd, file).replaceAll("\\", "/");
  const fileName = named.startsWith("..") ? basename(file) : named;
  const model = modelHere(terminal) ?? canonicalModel;
  const yaml = await suggestMappingFile(file, fileName, read, model);
  // The folder `mappings/` is made by whoever writes the first one.
  if (output !== "-") await mkdir(dirname(output), { recursive: true }).catch(() => undefined);
  await writeOutput(output, terminal, yaml);
  if (!terminal.quiet) tell(hint("nextReviewMapping", terminal), terminal);
  return exitCodes.done;
}

/** `goldpan mapping suggest FILE`: a proposal to read and correct. */
export const mappingSuggest: Command = defineCommand({
  args: "<file>",
  usage: {
    en: "Propose a mapping for a file, with the reason of each line. It says `suggested: true` until somebody\nhas read it",
    zh: "为文件建议映射, 每行都写明理由。在有人审核之前标有 `suggested: true`",
  },
  examples: ["goldpan mapping suggest exports/crm.xlsx -o mappings/crm.yaml"],
  options: [outputOption, ...readOptions],
  formats: ["text"],
  parse,
  run,
});
