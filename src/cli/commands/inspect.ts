import { z } from "zod";
import { canonicalModel } from "../../model/canonical-model.ts";
import type { ReadOptions } from "../../model/source.ts";
import { defineCommand, type Command, type ParsedCall } from "../command.ts";
import { modelHere } from "../open-project.ts";
import { parseOptions } from "../parse-options.ts";
import { pickReadOptions, readOptions, readSchema } from "../read-options.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { printResult } from "../terminal/print-result.ts";
import { withProgress } from "../terminal/progress.ts";
import { reportStyle } from "../terminal/report-style.ts";
import type { Terminal } from "../terminal/terminal.ts";

const schema = z.strictObject(readSchema);

interface Input {
  readonly paths: readonly string[];
  readonly read: ReadOptions;
}

function parse(call: ParsedCall): Input {
  return { paths: call.args, read: pickReadOptions(parseOptions(schema, call)) };
}

async function run({ paths, read }: Input, terminal: Terminal): Promise<number> {
  const { inspectSources } = await import("../../pipeline/inspect-sources.ts");
  const model = modelHere(terminal) ?? canonicalModel;
  const inventory = await withProgress(terminal, (emit) =>
    inspectSources(paths, read, model, emit),
  );
  const { inventoryText } = await import("../../report/inventory-text.ts");
  const text = (): string => inventoryText(inventory, reportStyle(terminal));
  await printResult({ thing: "inventory", value: inventory, text }, terminal);
  return inventory.unread.length > 0 ? exitCodes.failed : exitCodes.done;
}

/** `goldpan inspect PATH...`: 数据盘点, needs no project. */
export const inspect: Command = defineCommand({
  args: "<paths...>",
  usage: {
    en: "Show what files really are: format, encoding, sheets, header row, rows, likely system and entity, and\nfor each column how full it is and what it holds. Changes nothing",
    zh: "盘点文件的真实情况: 格式, 编码, 工作表, 表头行, 行数, 可能的系统和实体, 以及每一列的填充率和内容。不改动任何内容",
  },
  examples: ["goldpan inspect exports", "goldpan inspect exports/*.xls --format json"],
  options: readOptions,
  parse,
  run,
});
