import { z } from "zod";
import { GoldpanError } from "../../errors.ts";
import type { ColumnPair } from "../../pipeline/match-layout.ts";
import type { MatchQuestion } from "../../pipeline/match-file.ts";
import { defineCommand, type Command, type OptionSpec, type ParsedCall } from "../command.ts";
import { filterSettings } from "../dedupe/filter-settings.ts";
import { parseOptions, countFromOne } from "../parse-options.ts";
import { pickReadOptions, readOptions, readSchema } from "../read-options.ts";
import { assertNotInput } from "../terminal/assert-not-input.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { withInput } from "../terminal/input-file.ts";
import { withOutput } from "../terminal/output.ts";
import { printSummary } from "../terminal/print-summary.ts";
import { withProgress } from "../terminal/progress.ts";
import { readSummary } from "../terminal/read-summary.ts";
import { reportStyle } from "../terminal/report-style.ts";
import type { Terminal } from "../terminal/terminal.ts";

const column = { en: "COLUMN, or COLUMN=COLUMN of the reference list", zh: "列, 或 列=参照表的列" };

const options: readonly OptionSpec[] = [
  {
    flags: "--against <file>",
    text: { en: "Reference list to look up in", zh: "要查找的参照表" },
    required: true,
  },
  {
    flags: "--on <column>",
    text: { en: `${column.en}; may be repeated`, zh: `${column.zh}; 可多次给出` },
    many: true,
    required: true,
  },
  {
    flags: "--id <column>",
    text: { en: "Column that names a row of the list", zh: "查询表的行编号列" },
  },
  {
    flags: "--against-id <column>",
    text: { en: "Column that names a row of the reference list", zh: "参照表的行编号列" },
  },
  {
    flags: "--top <n>",
    text: {
      en: "References for each query, the best first",
      zh: "每个查询最多给出几个, 最好的在前",
    },
    expects: { en: "a whole number from 1", zh: "从 1 起的整数" },
    default: "1",
  },
  {
    flags: "--out <file>",
    text: {
      en: "Where to write query,match,rank,weight,verdict,reason; - for stdout",
      zh: "输出 query,match,rank,weight,verdict,reason 的文件; - 表示标准输出",
    },
    required: true,
  },
  {
    flags: "--entity <name>",
    text: { en: "What the rows are", zh: "行的类型" },
    choices: ["customer", "contact"],
    default: "customer",
  },
  {
    flags: "--recall <level>",
    text: { en: "How many pairs are compared", zh: "比较的记录对数量" },
    choices: ["normal", "high"],
    default: "normal",
  },
  ...readOptions,
];

const schema = z.strictObject({
  against: z.string(),
  on: z.array(z.string()),
  id: z.string().optional(),
  againstId: z.string().optional(),
  top: countFromOne,
  out: z.string(),
  entity: z.enum(["customer", "contact"]),
  recall: z.enum(["normal", "high"]),
  ...readSchema,
});

interface Input {
  readonly question: MatchQuestion;
  readonly out: string;
}

function parse(call: ParsedCall): Input {
  const { against, on, id, againstId, top, out, entity, recall, ...read } = parseOptions(
    schema,
    call,
  );
  const [path = ""] = call.args;
  if (path === "-" && against === "-") {
    const details = { command: call.command, one: "-", other: "--against -" };
    throw new GoldpanError("USAGE_NOT_TOGETHER", details);
  }
  const question = {
    path,
    against,
    on: on.map((word) => parsePair(word, call)),
    id,
    againstId,
    entity,
    read: pickReadOptions(read),
    top,
    recall,
  };
  return { question, out };
}

/** `"名称=企业名称"` -> the two columns; one alone is called the same in both lists. */
function parsePair(word: string, { command }: ParsedCall): ColumnPair {
  const [query = "", against = query, ...more] = word.split("=");
  if (query !== "" && against !== "" && more.length === 0) return { query, against };
  throw new GoldpanError("USAGE_WRONG_VALUE", {
    command,
    option: "--on",
    found: word,
    expected: column.en,
    expectedZh: column.zh,
  });
}

async function run({ question, out }: Input, terminal: Terminal): Promise<number> {
  const { matchFile } = await import("../../pipeline/match-file.ts");
  const { matchSummary } = await import("../../report/match-summary.ts");
  const { model } = filterSettings(terminal);
  assertNotInput([out], [question.path, question.against]);
  const value = await withOutput(out, terminal, (write) =>
    withInput(question.path, (path) =>
      withInput(question.against, (against) =>
        withProgress(terminal, (emit) =>
          matchFile({ ...question, path, against }, write, { model, emit }),
        ),
      ),
    ),
  );
  const { reading, quarantined, quarantinedReferences } = value;
  const asideRows = [...quarantined, ...quarantinedReferences];
  const read = { counts: reading, quarantined: asideRows, otherSheets: [] };
  const text = (): string =>
    readSummary(read, terminal) + matchSummary(value.counts, reportStyle(terminal));
  await printSummary({ thing: "match", value, text, output: out }, terminal);
  return asideRows.length > 0 ? exitCodes.rejectedRows : exitCodes.done;
}

/** `goldpan match FILE --against FILE --on COLUMN...`: a list of names against a reference list. */
export const match: Command = defineCommand({
  args: "<file>",
  usage: {
    en: "Look the rows of a list up in a reference list; former and short names of the reference list find it too.\nTo find duplicates within one table use `dedupe`",
    zh: "在参照表中查找一个名单的每一行; 参照表的曾用名和简称也参与匹配。查找单个表内的重复请用 `dedupe`",
  },
  examples: [
    "goldpan match 展会名单.xlsx --against customers.csv --on 公司=客户名称 --against-id 客户编号 --out matches.csv",
    "goldpan match list.csv --against registry.csv --on 企业名称 --on 电话 --top 3 --out -",
  ],
  options,
  parse,
  run,
});
