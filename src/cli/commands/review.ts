import { z } from "zod";
import { GoldpanError } from "../../errors.ts";
import type { RunContext } from "../../pipeline/run-context.ts";
import { defineCommand, type Command, type OptionSpec, type ParsedCall } from "../command.ts";
import { inProject } from "../open-project.ts";
import { parseOptions } from "../parse-options.ts";
import { assertNoAnswers, assertWorkbook } from "../review/answer-workbook.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { count, say } from "../terminal/messages.ts";
import { writeOutput } from "../terminal/output.ts";
import { hint, printResult, tell } from "../terminal/print-result.ts";
import { reportStyle } from "../terminal/report-style.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { userName } from "../terminal/user-name.ts";

const options: readonly OptionSpec[] = [
  {
    flags: "--to <file>",
    text: {
      en: "Write the pairs to a workbook with a column to decide in",
      zh: "把记录对写入工作簿, 在 判定 列裁决",
    },
  },
  {
    flags: "--decisions <file>",
    text: { en: "Read the decisions in such a workbook", zh: "读回该工作簿中的裁决" },
  },
];

const schema = z.strictObject({ to: z.string().optional(), decisions: z.string().optional() });

type Input = z.output<typeof schema>;

function parse(call: ParsedCall): Input {
  const input = parseOptions(schema, call);
  if (input.to !== undefined && input.decisions !== undefined) {
    const details = { command: call.command, one: "--to", other: "--decisions" };
    throw new GoldpanError("USAGE_NOT_TOGETHER", details);
  }
  if (input.to !== undefined) assertWorkbook(input.to, call.command);
  return input;
}

async function run({ to, decisions }: Input, terminal: Terminal): Promise<number> {
  if (to !== undefined) return writeWorkbook(to, terminal);
  if (decisions !== undefined) return readWorkbook(decisions, terminal);
  return terminal.format === "json" ? listPairs(terminal) : askPerson(terminal);
}

async function writeWorkbook(path: string, terminal: Terminal): Promise<number> {
  const { writeReviewFile } = await import("../../pipeline/review/write-review-file.ts");
  const { countUntakenAnswers } = await import("../../pipeline/review/untaken-answers.ts");
  const { language } = terminal;
  const { content, pairs } = await inProject(terminal, async (context) => {
    await assertNoAnswers(path, terminal, () => countUntakenAnswers(path, context));
    return await writeReviewFile(language, context);
  });
  await writeOutput(path, terminal, content);
  const written = say(language, "reviewWritten", {
    pairs: count(language, pairs, "pairs"),
    file: path,
  });
  if (terminal.quiet) return exitCodes.done;
  tell(written, terminal);
  tell(`hint: ${say(language, "reviewReadBack", { file: path })}`, terminal);
  return exitCodes.done;
}

async function readWorkbook(path: string, terminal: Terminal): Promise<number> {
  const { applyReviewFile } = await import("../../pipeline/review/apply-review-file.ts");
  const { appliedReviewText } = await import("../../report/applied-review-text.ts");
  const value = await inProject(terminal, (context) =>
    applyReviewFile(path, userName(terminal), context),
  );
  const text = (): string => appliedReviewText(value, reportStyle(terminal));
  const talk = value.decided > 0 ? [hint("nextDedupe", terminal)] : [];
  await printResult({ thing: "review", value, text, talk }, terminal);
  const isWhole = value.findings.every(({ severity }) => severity === "info");
  return isWhole ? exitCodes.done : exitCodes.rejectedRows;
}

async function listPairs(terminal: Terminal): Promise<number> {
  const { shownPair } = await import("../../report/review-pair-text.ts");
  const { openReview } = await import("../../pipeline/review/open-review.ts");
  const pairs = await inProject(terminal, (context) => {
    const session = openReview(context, "");
    const found = [];
    for (let each = session.next(); each !== undefined; each = session.next())
      found.push(each.pair);
    return Promise.resolve(found);
  });
  const style = reportStyle(terminal);
  const value = { pairs: pairs.map((each) => shownPair(each, style)) };
  await printResult({ thing: "review", value, text: () => "" }, terminal);
  return exitCodes.done;
}

async function askPerson(terminal: Terminal): Promise<number> {
  return await inProject({ ...terminal, progress: "none" }, (context) =>
    holdSession(terminal, context),
  );
}

const interrupted = 130;

async function holdSession(terminal: Terminal, context: RunContext): Promise<number> {
  const { openReview } = await import("../../pipeline/review/open-review.ts");
  const { askPairs } = await import("../review/ask-pairs.ts");
  const { readAnswers } = await import("../review/read-answers.ts");
  const { reviewOutcomeText } = await import("../../report/review-pair-text.ts");
  const session = openReview(context, userName(terminal));
  const answers = readAnswers();
  const isWhole = await askPairs({ session, answers, terminal, context });
  await answers.return(undefined);
  const outcome = { decided: session.decided(), unchanged: 0, left: session.left() };
  await writeOutput("-", terminal, reviewOutcomeText(outcome, terminal.language));
  if (outcome.decided > 0 && !terminal.quiet) tell(hint("nextDedupe", terminal), terminal);
  return isWhole ? exitCodes.done : interrupted;
}

/** `goldpan review [--to F.xlsx | --decisions F.xlsx]`. */
export const review: Command = defineCommand({
  args: "",
  usage: {
    en: "Decide the pairs that dedupe was not sure about: one question, one key; or in Excel.\nAnswers from a pipe come one a line. Decisions are kept over later runs; `goldpan decisions --revoke` takes one back",
    zh: "裁决去重时不确定的记录对: 一问一键, 或在 Excel 中进行。管道输入时每行一个回答。裁决在以后的运行中保留, 可用 `goldpan decisions --revoke` 撤销",
  },
  examples: [
    "goldpan review",
    "goldpan review --to pairs.xlsx",
    "goldpan review --decisions pairs.xlsx && goldpan dedupe",
  ],
  options,
  parse,
  run,
});
