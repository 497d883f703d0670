import { resolve } from "node:path";
import { z } from "zod";
import { GoldpanError } from "../../errors.ts";
import { defineCommand, type Command, type OptionSpec, type ParsedCall } from "../command.ts";
import { flagOf, parseOptions, countFromOne } from "../parse-options.ts";
import { pickReadOptions, readOptions, readSchema } from "../read-options.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { dedupeOneFile, type FileInput } from "../dedupe/dedupe-one-file.ts";
import { dedupeProject, type ProjectInput } from "../dedupe/dedupe-project.ts";

const forFile = { en: "With FILE", zh: "用于文件" };

const options: readonly OptionSpec[] = [
  {
    flags: "--recall <level>",
    text: { en: "How many pairs are compared", zh: "比较的记录对数量" },
    choices: ["normal", "high"],
  },
  {
    flags: "--workers <n>",
    text: { en: "Processor cores to use", zh: "使用的处理器核数" },
    expects: { en: "a whole number from 1", zh: "从 1 起的整数" },
  },
  {
    flags: "--refreeze",
    text: {
      en: "In a project: learn weights and rarities anew from the records of today",
      zh: "在项目中: 按当前记录重新统计权重和稀有度",
    },
  },
  {
    flags: "--clusters <file>",
    text: {
      en: `${forFile.en}: record,cluster for every row (required)`,
      zh: `${forFile.zh}: 每行的 record,cluster (必填)`,
    },
  },
  {
    flags: "--pairs <file>",
    text: {
      en: `${forFile.en}: matched and possible pairs`,
      zh: `${forFile.zh}: 匹配和待审的记录对`,
    },
  },
  {
    flags: "--golden <file>",
    text: { en: `${forFile.en}: golden rows`, zh: `${forFile.zh}: 黄金记录` },
  },
  {
    flags: "--id <column>",
    text: { en: `${forFile.en}: column that names a row`, zh: `${forFile.zh}: 行编号所在的列` },
  },
  {
    flags: "--mapping <file>",
    text: { en: `${forFile.en}: mapping of its columns`, zh: `${forFile.zh}: 列的映射` },
  },
  {
    flags: "--entity <name>",
    text: { en: `${forFile.en}: what its rows are`, zh: `${forFile.zh}: 行的类型` },
    choices: ["customer", "contact"],
  },
  ...readOptions,
];

const schema = z.strictObject({
  recall: z.enum(["normal", "high"]).optional(),
  workers: countFromOne.optional(),
  refreeze: z.boolean().default(false),
  clusters: z.string().optional(),
  pairs: z.string().optional(),
  golden: z.string().optional(),
  id: z.string().optional(),
  mapping: z.string().optional(),
  entity: z.enum(["customer", "contact"]).optional(),
  ...readSchema,
});

type Input = FileInput | ProjectInput;

const projectOptions: readonly string[] = ["recall", "workers", "refreeze"];

function parse(call: ParsedCall): Input {
  const { clusters, pairs, golden, ...rest } = parseOptions(schema, call);
  const { recall, workers, refreeze, id, mapping, entity, ...read } = rest;
  const [path] = call.args;
  if (path === undefined) {
    const stray = Object.keys(call.options).find((name) => !projectOptions.includes(name));
    if (stray === undefined) return { kind: "project", recall, workers, refreeze };
    const details = { command: call.command, one: flagOf(stray), other: "FILE" };
    throw new GoldpanError("USAGE_ONLY_TOGETHER", details);
  }
  if (refreeze) {
    const details = { command: call.command, one: "--refreeze", other: "FILE" };
    throw new GoldpanError("USAGE_NOT_TOGETHER", details);
  }
  if (clusters === undefined) {
    const details = { command: call.command, option: "--clusters <file>" };
    throw new GoldpanError("USAGE_MISSING_OPTION", details);
  }
  const outputs = { clusters, pairs, golden };
  assertDifferent(outputs, call);
  const question = { path, workers, id, mapping, entity, read: pickReadOptions(read) };
  return { kind: "file", outputs, question: { ...question, recall: recall ?? "normal" } };
}

/** `out.csv` and `./out.csv` are one file. */
function isOnePlace(path = "", other = ""): boolean {
  return path === other || (path !== "-" && other !== "-" && resolve(path) === resolve(other));
}

/** Throws USAGE_NOT_TOGETHER when two results would go to one place. */
function assertDifferent(outputs: FileInput["outputs"], { command }: ParsedCall): void {
  const entries = Object.entries(outputs).filter(([, path]) => path !== undefined);
  for (const [at, [one, path]] of entries.entries()) {
    const same = entries.slice(at + 1).find(([, other]) => isOnePlace(path, other));
    if (same === undefined) continue;
    const details = { command, one: `--${one} ${path}`, other: `--${same[0]} ${path}` };
    throw new GoldpanError("USAGE_NOT_TOGETHER", details);
  }
}

async function run(input: Input, terminal: Terminal): Promise<number> {
  return input.kind === "file" ? dedupeOneFile(input, terminal) : dedupeProject(input, terminal);
}

/** `goldpan dedupe [FILE]`: the records of the project, or one table without a project. */
export const dedupe: Command = defineCommand({
  args: "[file]",
  usage: {
    en: "Find records of the same customer and build golden records: in the project, or in FILE without one.\nPairs that are not sure wait for a person and are not merged",
    zh: "找出同一客户的记录并生成黄金记录: 对整个项目, 或对单个文件。不确定的记录对等待人工裁决, 不会合并",
  },
  examples: [
    "goldpan dedupe",
    "goldpan dedupe --refreeze",
    "goldpan dedupe customers.csv --id 编号 --clusters clusters.csv --pairs pairs.csv",
  ],
  options,
  parse,
  run,
});
