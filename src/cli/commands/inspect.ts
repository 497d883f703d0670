import { extname } from "node:path";
import { z } from "zod";
import { GoldpanError } from "../../errors.ts";
import { canonicalModel } from "../../model/canonical-model.ts";
import type { Inventory } from "../../model/inventory.ts";
import type { ReadOptions } from "../../model/source.ts";
import { defineCommand, type Command, type OptionSpec, type ParsedCall } from "../command.ts";
import { modelHere } from "../open-project.ts";
import { parseOptions } from "../parse-options.ts";
import { pickReadOptions, readOptions, readSchema } from "../read-options.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { say } from "../terminal/messages.ts";
import { writeOutput } from "../terminal/output.ts";
import { printResult, tell } from "../terminal/print-result.ts";
import { withProgress } from "../terminal/progress.ts";
import { reportStyle } from "../terminal/report-style.ts";
import type { Terminal } from "../terminal/terminal.ts";

const options: readonly OptionSpec[] = [
  {
    flags: "-o, --output <file>",
    text: {
      en: "Write the inventory too, as .html, .xlsx or .json",
      zh: "另存盘点结果: .html, .xlsx 或 .json",
    },
  },
  ...readOptions,
];

const schema = z.strictObject({ output: z.string().optional(), ...readSchema });

interface Input {
  readonly paths: readonly string[];
  readonly output: string | undefined;
  readonly read: ReadOptions;
}

const endings = [".html", ".xlsx", ".json"] as const;

function parse(call: ParsedCall): Input {
  const { output, ...read } = parseOptions(schema, call);
  const isKnown = output === undefined || endings.some((ending) => ending === endingOf(output));
  if (isKnown) return { paths: call.args, output, read: pickReadOptions(read) };
  const details = { command: call.command, file: output, endings: endings.join(", ") };
  throw new GoldpanError("USAGE_WRONG_ENDING", details);
}

function endingOf(file: string): string {
  return extname(file).toLowerCase();
}

async function run({ paths, output, read }: Input, terminal: Terminal): Promise<number> {
  const { inspectSources } = await import("../../pipeline/inspect-sources.ts");
  const model = modelHere(terminal) ?? canonicalModel;
  const { cwd, showValues } = terminal;
  const inventory = await withProgress(terminal, (emit) =>
    inspectSources({ paths, cwd, read, showValues }, model, emit),
  );
  if (output !== undefined) await writeInventory(output, inventory, terminal);
  const { inventoryText } = await import("../../report/inventory-text.ts");
  const { verbose } = terminal;
  const text = (): string => inventoryText(inventory, { ...reportStyle(terminal), verbose });
  const talk = inventory.skipped.map((path) => say(terminal.language, "skipped", { path }));
  await printResult({ thing: "inventory", value: inventory, text, talk }, terminal);
  if (inventory.unread.length === 0) return exitCodes.done;
  tell(say(terminal.language, "someNotRead"), terminal);
  return exitCodes.failed;
}

async function writeInventory(
  output: string,
  inventory: Inventory,
  terminal: Terminal,
): Promise<void> {
  const style = reportStyle(terminal);
  if (endingOf(output) === ".html") {
    const { inventoryHtml } = await import("../../report/inventory-html.ts");
    return writeOutput(output, terminal, inventoryHtml(inventory, style));
  }
  if (endingOf(output) === ".xlsx") {
    const { inventoryXlsx } = await import("../../report/inventory-xlsx.ts");
    return writeOutput(output, terminal, await inventoryXlsx(inventory, style));
  }
  const { jsonText } = await import("../terminal/print-result.ts");
  return writeOutput(output, terminal, jsonText("inventory", inventory));
}

/** `goldpan inspect PATH...`: 数据盘点, needs no project. */
export const inspect: Command = defineCommand({
  args: "<paths...>",
  usage: {
    en: "Take stock of files: what each really is, the likely system, how full each column is and what it holds,\nwhat files share, where personal data is, what must migrate. Changes nothing",
    zh: "盘点文件: 真实格式, 可能的系统, 每一列的填写率和内容, 文件间的重叠, 个人信息的位置, 哪些要迁移。不改动任何内容",
  },
  examples: [
    "goldpan inspect exports",
    "goldpan inspect exports -o inventory.html",
    "goldpan inspect exports/*.xls --format json",
  ],
  options,
  parse,
  run,
});
