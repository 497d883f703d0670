import { z } from "zod";
import { GoldpanError } from "../../errors.ts";
import { defineCommand, type Command, type OptionSpec, type ParsedCall } from "../command.ts";
import { inProject } from "../open-project.ts";
import { parseOptions, share, countFromOne } from "../parse-options.ts";
import { assertNoAnswers, assertWorkbook } from "../review/answer-workbook.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { withInput } from "../terminal/input-file.ts";
import { count as plural, say } from "../terminal/messages.ts";
import { writeOutput } from "../terminal/output.ts";
import { printResult, tell } from "../terminal/print-result.ts";
import { reportStyle } from "../terminal/report-style.ts";
import type { Terminal } from "../terminal/terminal.ts";

const expects = { en: "a share between 0 and 1", zh: "0 到 1 之间的比例" };

const options: readonly OptionSpec[] = [
  {
    flags: "--labels <file>",
    text: {
      en: "CSV with record,entity or left,right,same",
      zh: "含 record,entity 或 left,right,same 的 CSV",
    },
  },
  {
    flags: "--sample <n>",
    text: {
      en: "In a project: draw pairs for a person to label, into --output",
      zh: "在项目中: 抽取记录对供人工标注, 写入 --output",
    },
    expects: { en: "a whole number from 1", zh: "从 1 起的整数" },
  },
  {
    flags: "-o, --output <file>",
    text: { en: "Workbook for the sample", zh: "样本工作簿" },
  },
  {
    flags: "--min-precision <p>",
    text: { en: "Exit with 1 below this", zh: "低于此值时退出码为 1" },
    expects,
  },
  {
    flags: "--min-recall <r>",
    text: { en: "Exit with 1 below this", zh: "低于此值时退出码为 1" },
    expects,
  },
  {
    flags: "--min-f1 <f>",
    text: { en: "Exit with 1 below this", zh: "低于此值时退出码为 1" },
    expects,
  },
];

const schema = z.strictObject({
  labels: z.string().optional(),
  sample: countFromOne.optional(),
  output: z.string().optional(),
  minPrecision: share.default(0),
  minRecall: share.default(0),
  minF1: share.default(0),
});

interface SampleInput {
  readonly kind: "sample";
  readonly count: number;
  readonly output: string;
}

interface LabelsInput {
  readonly kind: "labels";
  /** undefined: those of the project. */
  readonly clusters: string | undefined;
  readonly labels: string;
  readonly least: Readonly<Record<"precision" | "recall" | "f1", number>>;
}

type Input = SampleInput | LabelsInput;

function parse(call: ParsedCall): Input {
  const { labels, sample, output, minPrecision, minRecall, minF1 } = parseOptions(schema, call);
  const { command } = call;
  const [clusters] = call.args;
  if (sample === undefined) {
    if (output !== undefined) throw onlyTogether(command, "--output", "--sample");
    if (labels === undefined) throw missing(command, "--labels <file>");
    const least = { precision: minPrecision, recall: minRecall, f1: minF1 };
    return { kind: "labels", clusters, labels, least };
  }
  if (output === undefined) throw missing(command, "--output <file>");
  if (labels !== undefined || clusters !== undefined) {
    const other = labels === undefined ? "<clusters>" : "--labels";
    throw new GoldpanError("USAGE_NOT_TOGETHER", { command, one: "--sample", other });
  }
  assertWorkbook(output, command);
  return { kind: "sample", count: sample, output };
}

function missing(command: string, option: string): GoldpanError {
  return new GoldpanError("USAGE_MISSING_OPTION", { command, option });
}

function onlyTogether(command: string, one: string, other: string): GoldpanError {
  return new GoldpanError("USAGE_ONLY_TOGETHER", { command, one, other });
}

async function run(input: Input, terminal: Terminal): Promise<number> {
  return input.kind === "sample" ? writeSample(input, terminal) : judge(input, terminal);
}

async function writeSample({ count, output }: SampleInput, terminal: Terminal): Promise<number> {
  const pipeline = await import("../../pipeline/evaluating/write-sample.ts");
  const { countLabels } = await import("../../pipeline/evaluating/count-labels.ts");
  const { language } = terminal;
  await assertNoAnswers(output, terminal, () => countLabels(output));
  const { content, pairs } = await inProject(terminal, (context) =>
    pipeline.writeSample(count, language, context),
  );
  await writeOutput(output, terminal, content);
  if (terminal.quiet) return exitCodes.done;
  const details = { pairs: plural(language, pairs, "pairs"), file: output };
  tell(say(language, "reviewWritten", details), terminal);
  tell(`hint: ${say(language, "sampleReadBack", { file: output })}`, terminal);
  return exitCodes.done;
}

async function judge(input: LabelsInput, terminal: Terminal): Promise<number> {
  const { evaluateClusters } = await import("../../pipeline/evaluate-clusters.ts");
  const { evaluationText } = await import("../../report/evaluation-text.ts");
  const { labels: labelsPath, clusters: path, least } = input;
  const result =
    path === undefined
      ? await evaluateClusters({ clusters: await clustersHere(terminal), labelsPath })
      : await withInput(path, (clusters) => evaluateClusters({ clusters, labelsPath }));
  const text = (): string => evaluationText(result, reportStyle(terminal));
  await printResult({ thing: "evaluation", value: result, text }, terminal);
  const { precision, recall, f1 } = result.pairs;
  const isBelow = precision.value < least.precision || recall.value < least.recall || f1 < least.f1;
  return isBelow ? exitCodes.answerIsNo : exitCodes.done;
}

async function clustersHere(terminal: Terminal): Promise<ReadonlyMap<string, string>> {
  const { projectClusters } = await import("../../pipeline/evaluating/project-clusters.ts");
  return inProject(terminal, (context) => Promise.resolve(projectClusters(context)));
}

/** `goldpan evaluate [CLUSTERS.csv] --labels L.csv | --sample N -o F.xlsx`. */
export const evaluate: Command = defineCommand({
  args: "[clusters]",
  usage: {
    en: "Measure clusters against labels: pair and B-cubed precision, recall and F1; exits with 1 below a minimum.\nWithout CLUSTERS those of the project, for which it can draw a sample to label",
    zh: "用标注衡量聚类: 成对和 B-cubed 的查准率, 查全率, F1; 低于下限时退出码为 1。不给聚类文件时用项目的聚类, 并可抽样供标注",
  },
  examples: [
    "goldpan evaluate clusters.csv --labels labels.csv --min-f1 0.95",
    "goldpan evaluate --sample 200 -o sample.xlsx",
    "goldpan evaluate --labels sample.xlsx",
  ],
  options,
  parse,
  run,
});
