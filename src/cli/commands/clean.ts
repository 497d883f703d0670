import { z } from "zod";
import { GoldpanError } from "../../errors.ts";
import { normalizerNames, type NormalizerName } from "../../model/normalizer.ts";
import type { CleanOptions } from "../../pipeline/clean-file.ts";
import type { CommandBody, ParsedCall } from "../command.ts";
import { nearest } from "../parse-call.ts";
import { readOptions } from "../program.ts";
import { parseReadOptions } from "../read-options.ts";
import { withOutput } from "../terminal/output.ts";
import { readSummary } from "../terminal/read-summary.ts";

const schema = z.object({
  set: z.array(z.string()),
  output: z.string().default("-"),
  addFindings: z.boolean().default(false),
  keys: z.boolean().default(false),
  repairs: z.enum(["safe", "none"]).default("safe"),
  bom: z.boolean().default(false),
  excelSafe: z.boolean().default(false),
});

function parse({ args, options }: ParsedCall): {
  file: string;
  output: string;
  clean: CleanOptions;
} {
  const { set, output, ...rest } = schema.parse(options);
  const read = parseReadOptions(options, "clean");
  return { file: args[0] ?? "", output, clean: { ...rest, sets: set.map(parseSet), read } };
}

/** `"电话=phone"` -> the column and its normalizer; the column may hold `=` itself. */
function parseSet(word: string): CleanOptions["sets"][number] {
  const at = word.lastIndexOf("=");
  const [column, name] = [word.slice(0, at), word.slice(at + 1)];
  if (at > 0 && isNormalizer(name)) return { column, normalizer: name };
  const near = nearest(name, normalizerNames);
  const reason =
    at > 0
      ? `unknown normalizer \`${name}\`; did you mean \`${near}\`?`
      : `\`--set ${word}\` is not of the form COLUMN=NORMALIZER`;
  throw new GoldpanError("USAGE_WRONG_CALL", { command: "clean", reason });
}

function isNormalizer(name: string): name is NormalizerName {
  return normalizerNames.some((each) => each === name);
}

/** `goldpan clean FILE --set COLUMN=NORMALIZER...`: the same rows with columns normalized. */
export const clean: CommandBody = {
  args: "<file>",
  usage: {
    en: "Write the same rows as CSV with the named columns normalized; a value that cannot be read stays as it is",
    zh: "输出同样的行 (CSV), 指定的列已规范化; 无法识别的值保持原样",
  },
  examples: [
    "goldpan clean old.xls --set 电话=phone --set 日期=date -o clean.csv",
    "goldpan clean crm.csv --set 信用代码=uscc --add-findings --keys",
  ],
  options: [
    {
      flags: "--set <column=normalizer>",
      text: {
        en: `Column and what it holds (${normalizerNames.join(" ")})`,
        zh: `列名和内容类型 (${normalizerNames.join(" ")})`,
      },
      many: true,
      required: true,
    },
    {
      flags: "-o, --output <file>",
      text: { en: "Where to write, - for stdout", zh: "输出文件, - 表示标准输出" },
      default: "-",
    },
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
    {
      flags: "--repairs <which>",
      text: { en: "safe applies repairs, none only looks", zh: "safe 应用安全修复, none 只检查" },
      choices: ["safe", "none"],
      default: "safe",
    },
    {
      flags: "--bom",
      text: { en: "Begin with a byte order mark, for Excel", zh: "以 BOM 开头, 便于 Excel 打开" },
    },
    {
      flags: "--excel-safe",
      text: { en: "Guard cells that look like formulas", zh: "保护看起来像公式的单元格" },
    },
    ...readOptions,
  ],
  async run(call, terminal, manner) {
    const { file, output, clean: options } = parse(call);
    const { cleanFile } = await import("../../pipeline/clean-file.ts");
    const result = await withOutput(output, terminal, (write) => cleanFile(file, options, write));
    if (!manner.quiet) {
      const codes = Object.entries(result.findings).map(([code, count]) => `  ${code}  ${count}\n`);
      terminal.stderr(
        codes.join("") +
          readSummary(result, manner.language, {
            en: `Changed ${result.changed.toLocaleString("en-US")} values:`,
            zh: `改动 ${result.changed.toLocaleString("en-US")} 个值:`,
          }),
      );
    }
    return result.quarantined.length > 0 ? 4 : 0;
  },
};
