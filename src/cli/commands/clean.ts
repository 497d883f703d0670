import { z } from "zod";
import { GoldpanError } from "../../errors.ts";
import { normalizerNames, type NormalizerName } from "../../model/normalizer.ts";
import type { CleanOptions, CleanResult } from "../../pipeline/clean-file.ts";
import { defineCommand, type Command, type OptionSpec, type ParsedCall } from "../command.ts";
import { csvOptions, outputOption } from "../output-option.ts";
import { parseOptions } from "../parse-options.ts";
import { pickReadOptions, readOptions, readSchema } from "../read-options.ts";
import { assertNotInput } from "../terminal/assert-not-input.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { count } from "../terminal/messages.ts";
import { withInput } from "../terminal/input-file.ts";
import { withOutput } from "../terminal/output.ts";
import { printSummary } from "../terminal/print-summary.ts";
import { readSummary } from "../terminal/read-summary.ts";
import type { Terminal } from "../terminal/terminal.ts";

const names = normalizerNames.join(" ");
const repairsOption: OptionSpec = {
  flags: "--repairs <which>",
  text: { en: "safe applies repairs, none only looks", zh: "safe 应用安全修复, none 只检查" },
  choices: ["safe", "none"],
  default: "safe",
};

const options: readonly OptionSpec[] = [
  {
    flags: "--set <column=normalizer>",
    text: { en: "Column and how to normalize it, see above", zh: "列名及其规范化方式, 见上" },
    expects: { en: `COLUMN=NORMALIZER with one of ${names}`, zh: `列=类型, 类型可选 ${names}` },
    many: true,
    required: true,
  },
  outputOption,
  {
    flags: "--add-findings",
    text: {
      en: "Add the column _findings (column:CODE;...)",
      zh: "增加 _findings 列 (列:代码;...)",
    },
  },
  {
    flags: "--keys",
    text: { en: "Add <column>_key, what matching compares", zh: "增加 <列>_key, 即匹配键" },
  },
  repairsOption,
  ...csvOptions,
  ...readOptions,
];

const schema = z.strictObject({
  set: z.array(z.string()),
  output: z.string(),
  addFindings: z.boolean().default(false),
  keys: z.boolean().default(false),
  repairs: z.enum(["safe", "none"]),
  bom: z.boolean().default(false),
  excelSafe: z.boolean().default(false),
  ...readSchema,
});

interface Input {
  readonly file: string;
  readonly output: string;
  readonly clean: CleanOptions;
}

function parse(call: ParsedCall): Input {
  const { set, output, addFindings, keys, repairs, bom, excelSafe, ...read } = parseOptions(
    schema,
    call,
  );
  const sets = set.map((word) => parseSet(word, call));
  const clean = { sets, addFindings, keys, repairs, bom, excelSafe, read: pickReadOptions(read) };
  return { file: call.args[0] ?? "", output, clean };
}

/** `"电话=phone"` -> the column and its normalizer; the column may hold `=` itself. */
function parseSet(word: string, { command }: ParsedCall): CleanOptions["sets"][number] {
  const at = word.lastIndexOf("=");
  const [column, name] = [word.slice(0, at), word.slice(at + 1)];
  if (at > 0 && isNormalizer(name)) return { column, normalizer: name };
  throw new GoldpanError("USAGE_WRONG_VALUE", {
    command,
    option: "--set",
    found: word,
    expected: `COLUMN=NORMALIZER with one of ${names}`,
    expectedZh: `列=类型, 类型可选 ${names}`,
  });
}

function isNormalizer(name: string): name is NormalizerName {
  return normalizerNames.some((each) => each === name);
}

async function run({ file, output, clean: wanted }: Input, terminal: Terminal): Promise<number> {
  const { cleanFile } = await import("../../pipeline/clean-file.ts");
  assertNotInput([output], [file]);
  const result = await withInput(file, (path) =>
    withOutput(output, terminal, (write) => cleanFile(path, wanted, write)),
  );
  const text = (): string => summary(result, terminal);
  await printSummary({ thing: "clean", value: result, text, output }, terminal);
  return result.counts.quarantined > 0 ? exitCodes.rejectedRows : exitCodes.done;
}

function summary(result: CleanResult, terminal: Terminal): string {
  const { language } = terminal;
  const codes = Object.entries(result.findings).map(([code, amount]) => `  ${code}  ${amount}\n`);
  const changed = count(language, result.changed, "changedValues");
  return `${codes.join("")}${readSummary(result, terminal)}${changed}\n`;
}

/** `goldpan clean FILE --set COLUMN=NORMALIZER...`: the same rows with columns normalized. */
export const clean: Command = defineCommand({
  args: "<file>",
  usage: {
    en: `Write the same rows as CSV with the named columns normalized; a value that cannot be read stays\nas it is. For a whole project use \`import\` and \`normalize\`\n\nNormalizers: ${names}`,
    zh: `输出同样的行 (CSV), 指定的列已规范化; 无法识别的值保持原样。整个项目请用 \`import\` 和 \`normalize\`\n\n规范化方式: ${names}`,
  },
  examples: [
    "goldpan clean old.xls --set 电话=phone --set 日期=date -o clean.csv",
    "goldpan clean crm.csv --set 信用代码=uscc --add-findings --keys",
  ],
  options,
  parse,
  run,
});
