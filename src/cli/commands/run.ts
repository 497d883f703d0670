import { z } from "zod";
import { GoldpanError } from "../../errors.ts";
import type { ProjectRun } from "../../report/run-text.ts";
import { defineCommand, type Command, type OptionSpec, type ParsedCall } from "../command.ts";
import { inProject } from "../open-project.ts";
import { parseOptions } from "../parse-options.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { interruptible } from "../terminal/interruption.ts";
import type { MessageKey } from "../terminal/messages.ts";
import { hint, printResult } from "../terminal/print-result.ts";
import { reportStyle } from "../terminal/report-style.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { acceptSuggestedOption } from "./import.ts";

const steps = ["import", "normalize", "dedupe", "score", "load"] as const;

const options: readonly OptionSpec[] = [
  {
    flags: "--until <step>",
    text: { en: "Stop after this step", zh: "到此步骤为止" },
    choices: steps,
  },
  { flags: "--apply", text: { en: "Write to the CRM too", zh: "同时写入 CRM" } },
  acceptSuggestedOption,
];

const schema = z.strictObject({
  until: z.enum(steps).optional(),
  apply: z.boolean().default(false),
  acceptSuggested: z.boolean().default(false),
});

type Input = z.output<typeof schema>;

function parse(call: ParsedCall): Input {
  const input = parseOptions(schema, call);
  if (!input.apply || (input.until ?? "load") === "load") return input;
  const details = { command: call.command, one: "--apply", other: "--until" };
  throw new GoldpanError("USAGE_NOT_TOGETHER", details);
}

async function start(input: Input, terminal: Terminal): Promise<number> {
  const { runProject } = await import("../../pipeline/run-project.ts");
  const { runText } = await import("../../report/run-text.ts");
  const result = await inProject(terminal, (context) =>
    runProject({ ...input, guardLoad: interruptible }, context),
  );
  const text = (): string => runText(result, reportStyle(terminal));
  const talk = nextWords(result).map((word) => hint(word, terminal));
  await printResult({ thing: "run", value: result, text, talk }, terminal);
  if (result.stoppedByGate) return exitCodes.answerIsNo;
  return leftOutOf(result) > 0 ? exitCodes.rejectedRows : exitCodes.done;
}

/** Rows and records that are not on their way into the CRM, but for rejects that their mapping allows. */
function leftOutOf({ imported, normalized, plan }: ProjectRun): number {
  const quarantined = imported?.files.flatMap((file) => file.quarantined).length ?? 0;
  return quarantined + (normalized?.beyondLimit ?? 0) + (plan?.rejected ?? 0);
}

function nextWords(result: ProjectRun): MessageKey[] {
  if (result.stoppedByGate) return ["nextFindings"];
  const leftOut: MessageKey[] = leftOutOf(result) > 0 ? ["nextRejects"] : [];
  return result.plan !== undefined && result.loaded === undefined
    ? [...leftOut, "nextApply"]
    : leftOut;
}

/** `goldpan run`: everything up to a rehearsed load; writes to the CRM only with `--apply`. */
export const run: Command = defineCommand({
  args: "",
  usage: {
    en: "Import, normalize, dedupe, score, then rehearse the load; stops at a failed gate and at a mapping that\nnobody has reviewed. Writes to the CRM only with `--apply`",
    zh: "依次导入, 标准化, 去重, 评分, 再预演加载; 遇到未过的门槛或未审核的映射即停止。只有加 `--apply` 才写入 CRM",
  },
  examples: ["goldpan run --until score", "goldpan run --apply"],
  options,
  parse,
  run: start,
});
