import { explainRecords } from "../../pipeline/explain-records.ts";
import type { ReviewQuestion, ReviewSession } from "../../pipeline/review/open-review.ts";
import type { RunContext } from "../../pipeline/run-context.ts";
import { recordsText } from "../../report/explanation-text.ts";
import { reviewPairText } from "../../report/review-pair-text.ts";
import { say } from "../terminal/messages.ts";
import { reportStyle } from "../terminal/report-style.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { Answer } from "./read-answers.ts";

/** Who asks, whom, and about what. */
export interface Interview {
  readonly session: ReviewSession;
  readonly answers: AsyncIterator<Answer>;
  readonly terminal: Terminal;
  readonly context: RunContext;
}

/**
 * Asks one question after the other until there are no more, the person stops or the input ends.
 * Resolves to false when it was interrupted; every answer is saved by then.
 */
export async function askPairs(interview: Interview): Promise<boolean> {
  const { session, terminal } = interview;
  for (let question = session.next(); question !== undefined; question = session.next()) {
    const style = reportStyle(terminal);
    const place = { number: question.number, total: session.total };
    await terminal.stdout(`${reviewPairText(question.pair, place, style)}\n`);
    const answer = await ask(question, interview);
    if (answer === "interrupt") return false;
    if (answer === "quit") return true;
    take(answer, session);
  }
  return true;
}

type Final = Exclude<Answer, "unknown" | "why">;

/** Repeats the question until the answer is one; an explanation is shown in between. */
async function ask(question: ReviewQuestion, interview: Interview): Promise<Final> {
  const { answers, terminal } = interview;
  for (;;) {
    await terminal.stdout(`${say(terminal.language, "reviewKeys")} `);
    const { value: answer, done } = await answers.next();
    if (done === true) {
      await terminal.stdout("\n\n");
      return "quit";
    }
    await terminal.stdout(`${say(terminal.language, answerWords[answer])}\n\n`);
    if (answer === "why") await explain(question, interview);
    else if (answer !== "unknown") return answer;
  }
}

const answerWords = {
  yes: "answerYes",
  no: "answerNo",
  skip: "answerSkip",
  undo: "answerUndo",
  why: "answerWhy",
  quit: "answerQuit",
  interrupt: "answerQuit",
  unknown: "answerUnknown",
} as const;

function take(answer: Final, session: ReviewSession): void {
  if (answer === "yes" || answer === "no") session.decide(answer === "yes");
  if (answer === "undo") session.undo();
}

async function explain({ pair }: ReviewQuestion, interview: Interview): Promise<void> {
  const { terminal, context } = interview;
  const explained = await explainRecords({ record: pair.left, other: pair.right }, context);
  await terminal.stdout(`${recordsText(explained, reportStyle(terminal))}\n`);
}
