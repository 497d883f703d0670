import { z } from "zod";
import { defineCommand, type Command, type OptionSpec, type ParsedCall } from "../command.ts";
import { parseOptions, share } from "../parse-options.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { withInput } from "../terminal/input-file.ts";
import { printResult } from "../terminal/print-result.ts";
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
    required: true,
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
  labels: z.string(),
  minPrecision: share.default(0),
  minRecall: share.default(0),
  minF1: share.default(0),
});

interface Input extends z.output<typeof schema> {
  readonly clusters: string;
}

function parse(call: ParsedCall): Input {
  return { clusters: call.args[0] ?? "", ...parseOptions(schema, call) };
}

async function run(input: Input, terminal: Terminal): Promise<number> {
  const { evaluateClusters } = await import("../../pipeline/evaluate-clusters.ts");
  const { evaluationText } = await import("../../report/evaluation-text.ts");
  const result = await withInput(input.clusters, (clustersPath) =>
    evaluateClusters({ clustersPath, labelsPath: input.labels }),
  );
  const text = (): string => evaluationText(result, reportStyle(terminal));
  await printResult({ thing: "evaluation", value: result, text }, terminal);
  const { precision, recall, f1 } = result.pairs;
  const isBelow =
    precision.value < input.minPrecision || recall.value < input.minRecall || f1 < input.minF1;
  return isBelow ? exitCodes.answerIsNo : exitCodes.done;
}

/** `goldpan evaluate CLUSTERS.csv --labels L.csv`. */
export const evaluate: Command = defineCommand({
  args: "<clusters>",
  usage: {
    en: "Measure clusters against labels: pair and B-cubed precision, recall and F1; exits with 1 below a minimum",
    zh: "用标注衡量聚类: 成对和 B-cubed 的查准率, 查全率, F1; 低于下限时退出码为 1",
  },
  examples: ["goldpan evaluate clusters.csv --labels labels.csv --min-f1 0.95"],
  options,
  parse,
  run,
});
