import { canonicalModel } from "../../model/canonical-model.ts";
import { defineCommand, type Command, type ParsedCall } from "../command.ts";
import { checkReport } from "../mapping-report.ts";
import { modelHere } from "../open-project.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { printResult } from "../terminal/print-result.ts";
import type { Terminal } from "../terminal/terminal.ts";

function parse({ args }: ParsedCall): readonly string[] {
  return args;
}

async function run(paths: readonly string[], terminal: Terminal): Promise<number> {
  const { checkMappingFiles } = await import("../../pipeline/check-mapping-files.ts");
  const checked = await checkMappingFiles(paths, modelHere(terminal) ?? canonicalModel);
  const mappings = checked.map(({ path, warnings }) => ({ path, warnings }));
  const text = (): string => checkReport(checked, terminal.language);
  await printResult({ thing: "mapping-check", value: { mappings }, text }, terminal);
  return exitCodes.done;
}

/** `goldpan mapping check M...`: all mistakes of each file, then what deserves a look. */
export const mappingCheck: Command = defineCommand({
  args: "<mappings...>",
  usage: {
    en: "Check mappings: every mistake with its line, then columns and fields that deserve a look",
    zh: "检查映射: 列出每处错误及行号, 以及值得留意的列和字段",
  },
  examples: ["goldpan mapping check mappings/crm.yaml"],
  options: [],
  parse,
  run,
});
