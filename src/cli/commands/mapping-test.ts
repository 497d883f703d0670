import { canonicalModel } from "../../model/canonical-model.ts";
import { defineCommand, type Command, type ParsedCall } from "../command.ts";
import { testReport } from "../mapping-report.ts";
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
  const mappings = checked.map(({ path, tests }) => ({ path, tests }));
  const text = (): string => testReport(checked, terminal.language);
  await printResult({ thing: "mapping-test", value: { mappings }, text }, terminal);
  const hasFailed = checked.some(({ tests }) => tests.some(({ passed }) => !passed));
  return hasFailed ? exitCodes.answerIsNo : exitCodes.done;
}

/** `goldpan mapping test M...`: rows in, records out, as the mapping says itself. */
export const mappingTest: Command = defineCommand({
  args: "<mappings...>",
  usage: {
    en: "Run the examples that mappings hold: each row must become the records that are written beside it",
    zh: "运行映射中的示例: 每一行都应得到旁边写明的记录",
  },
  examples: ["goldpan mapping test mappings/*.yaml"],
  options: [],
  parse,
  run,
});
