import { z } from "zod";
import { defineCommand, type Command, type OptionSpec, type ParsedCall } from "../command.ts";
import { inProject } from "../open-project.ts";
import { parseOptions, wholeNumber } from "../parse-options.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { printResult } from "../terminal/print-result.ts";
import { reportStyle } from "../terminal/report-style.ts";
import { userName } from "../terminal/user-name.ts";
import type { Terminal } from "../terminal/terminal.ts";

const options: readonly OptionSpec[] = [
  {
    flags: "--revoke <id>",
    text: { en: "Take one back; the next dedupe un-merges", zh: "撤销一条; 下次去重时拆开" },
    expects: { en: "the number of a decision", zh: "裁决编号" },
  },
];

const schema = z.strictObject({ revoke: wholeNumber.optional() });

type Input = z.output<typeof schema>;

function parse(call: ParsedCall): Input {
  return parseOptions(schema, call);
}

async function run({ revoke }: Input, terminal: Terminal): Promise<number> {
  const { listDecisions } = await import("../../pipeline/list-decisions.ts");
  const { revokeDecision } = await import("../../pipeline/revoke-decision.ts");
  const { decisionsText } = await import("../../report/decisions-text.ts");
  const result = await inProject(terminal, (context) => {
    if (revoke !== undefined) revokeDecision(revoke, userName(terminal), context);
    return Promise.resolve(listDecisions(context));
  });
  const text = (): string => decisionsText(result, reportStyle(terminal));
  await printResult({ thing: "decisions", value: { decisions: result }, text }, terminal);
  return exitCodes.done;
}

/** `goldpan decisions`: what people decided about pairs; nothing is ever deleted from it. */
export const decisions: Command = defineCommand({
  args: "",
  usage: {
    en: "List what was decided about pairs of records, or take a decision back",
    zh: "列出对记录对的裁决, 或撤销其中一条",
  },
  examples: ["goldpan decisions", "goldpan decisions --revoke 12 && goldpan dedupe"],
  options,
  parse,
  run,
});
