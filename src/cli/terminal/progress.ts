import type { ProgressEvent } from "../../pipeline/run-context.ts";
import type { Terminal } from "./terminal.ts";

type Emit = (event: ProgressEvent) => void;

/** Draws one way of telling progress; `end` leaves a clean line. */
interface Drawer {
  readonly emit: Emit;
  readonly end: () => void;
}

const quietForMs = 1_000;
const plainEveryMs = 10_000;

/** Runs a long piece of work and tells its events on stderr as the user wants them told. */
export async function withProgress<Result>(
  terminal: Terminal,
  work: (emit: Emit) => Promise<Result>,
): Promise<Result> {
  const drawer = await drawerOf(terminal);
  try {
    return await work(drawer.emit);
  } finally {
    drawer.end();
  }
}

async function drawerOf(terminal: Terminal): Promise<Drawer> {
  switch (terminal.progress) {
    case "line":
      return lineDrawer(terminal);
    case "plain":
      return plainDrawer(terminal);
    case "jsonl":
      return jsonDrawer(terminal);
    default:
      return { emit: () => undefined, end: () => undefined };
  }
}

function jsonDrawer(terminal: Terminal): Drawer {
  const emit: Emit = (event) =>
    terminal.stderr(`${JSON.stringify({ event: "progress", ...event })}\n`);
  return { emit, end: () => undefined };
}

/** A line every ten seconds, for logs. */
function plainDrawer(terminal: Terminal): Drawer {
  let last = terminal.now().getTime();
  const emit: Emit = (event) => {
    const now = terminal.now().getTime();
    if (now - last < plainEveryMs) return;
    last = now;
    terminal.stderr(`${progressText(event, 0)}\n`);
  };
  return { emit, end: () => undefined };
}

/** One line that is written over; work of less than a second shows none. */
async function lineDrawer(terminal: Terminal): Promise<Drawer> {
  const { default: ora } = await import("ora");
  const spinner = ora({ spinner: "line", discardStdin: false, stream: process.stderr });
  const started = terminal.now().getTime();
  let step = { name: "", since: started };
  const emit: Emit = (event) => {
    const now = terminal.now().getTime();
    if (event.step !== step.name) step = { name: event.step, since: now };
    spinner.text = progressText(event, now - step.since);
    if (now - started < quietForMs) return;
    // Work in SQLite leaves the timer of the spinner no turn, so each event draws.
    if (spinner.isSpinning) spinner.render();
    else spinner.start();
  };
  return { emit, end: () => void spinner.stop() };
}

const barWidth = 20;

/** `{ step: "load", done: 50, total: 100 }, 1000` -> `load  [##########          ]  50%   50 / 100   eta 1s` */
export function progressText({ step, done, total }: ProgressEvent, elapsedMs: number): string {
  const amount = done.toLocaleString("en-US");
  if (total === undefined || total === 0) return `${step}  ${amount}`;
  const share = Math.min(1, done / total);
  const bar = "#".repeat(Math.floor(share * barWidth)).padEnd(barWidth);
  const percent = `${Math.floor(share * 100)}%`.padStart(4);
  const left = done === 0 ? 0 : Math.ceil((elapsedMs * (total - done)) / done / 1000);
  const eta = elapsedMs === 0 ? "" : `   eta ${left}s`;
  return `${step}  [${bar}] ${percent}   ${amount} / ${total.toLocaleString("en-US")}${eta}`;
}
