import { describe, GoldpanError, type Language } from "../../errors.ts";
import { canonicalModel } from "../../model/canonical-model.ts";
import type { CheckedMapping } from "../../pipeline/check-mapping-files.ts";
import type { CommandBody, ParsedCall } from "../command.ts";
import { nearest } from "../parse-call.ts";
import { readOptions } from "../program.ts";
import { parseReadOptions } from "../read-options.ts";
import { withOutput } from "../terminal/output.ts";
import type { Terminal } from "../terminal/terminal.ts";

const actions = ["suggest", "check", "test", "schema"] as const;

interface MappingCall {
  readonly action: (typeof actions)[number];
  readonly paths: readonly string[];
}

function parse({ args }: ParsedCall): MappingCall {
  const [word = "", ...paths] = args;
  const action = actions.find((each) => each === word);
  if (action === undefined) {
    const reason = `unknown action \`${word}\`; did you mean \`${nearest(word, actions)}\`?`;
    throw new GoldpanError("USAGE_WRONG_CALL", { command: "mapping", reason });
  }
  if (paths.length > 0 || action === "schema") return { action, paths };
  throw new GoldpanError("USAGE_WRONG_CALL", {
    command: "mapping",
    reason: `\`${action}\` expects a file`,
  });
}

/** `goldpan mapping suggest|check|test|schema`. */
export const mapping: CommandBody = {
  args: "<action> [paths...]",
  usage: {
    en: "suggest: propose a mapping for a file. check: find all mistakes of mappings. test: run their examples. schema: print the JSON Schema",
    zh: "suggest: 为文件建议映射. check: 找出映射中的全部错误. test: 运行其中的用例. schema: 输出 JSON Schema",
  },
  examples: [
    "goldpan mapping suggest exports/crm.csv -o mappings/crm.yaml",
    "goldpan mapping check mappings/crm.yaml",
    "goldpan mapping schema > mapping.schema.json",
  ],
  options: [
    {
      flags: "-o, --output <file>",
      text: { en: "Where to write, - for stdout", zh: "输出文件, - 表示标准输出" },
      default: "-",
    },
    ...readOptions,
  ],
  async run(call, terminal, manner) {
    const { action, paths } = parse(call);
    if (action === "suggest") return suggest(paths, call, terminal);
    if (action === "schema") return schema(call, terminal);
    const { checkMappingFiles } = await import("../../pipeline/check-mapping-files.ts");
    const checked = await checkMappingFiles(paths, canonicalModel);
    await terminal.stdout(checked.map((each) => report(each, manner.language)).join(""));
    return checked.some(({ tests }) => tests.some(({ passed }) => !passed)) ? 1 : 0;
  },
};

async function suggest(
  paths: readonly string[],
  call: ParsedCall,
  terminal: Terminal,
): Promise<number> {
  const { suggestMappingFile } = await import("../../pipeline/suggest-mapping-file.ts");
  const read = parseReadOptions(call.options, "mapping");
  const [path = ""] = paths;
  const text = await suggestMappingFile(path, path, read, canonicalModel);
  return withOutput(
    String(call.options["output"]),
    terminal,
    async (write) => (await write(text), 0),
  );
}

async function schema(call: ParsedCall, terminal: Terminal): Promise<number> {
  const { mappingSchema } = await import("../../pipeline/mapping-schemas.ts");
  const text = `${JSON.stringify(mappingSchema("source"), null, 2)}\n`;
  return withOutput(
    String(call.options["output"]),
    terminal,
    async (write) => (await write(text), 0),
  );
}

function report({ path, warnings, tests }: CheckedMapping, language: Language): string {
  const lines = warnings.map(
    ({ code, details }) => `  ${code}  ${describe(code, details, language)}\n`,
  );
  const failed = tests.filter(({ passed }) => !passed);
  const wrong = failed.map(
    ({ name, expected, actual }) =>
      `  "${name}"\n    expected ${expected}\n    actual   ${actual}\n`,
  );
  const summary =
    language === "zh"
      ? `${path}: 有效, ${warnings.length} 条提醒, ${tests.length} 个用例中 ${failed.length} 个未通过`
      : `${path}: valid, ${warnings.length} warnings, ${failed.length} of ${tests.length} examples failed`;
  return `${summary}\n${lines.join("")}${wrong.join("")}`;
}
