import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export interface FuzzFault {
  readonly seed: number;
  readonly fault: string;
}

interface Answer {
  readonly origin: string;
  readonly fault?: string;
  readonly peakMb: number;
}

const mostMb = 512;
/** What many files leave behind together is not the memory that one of them takes. */
const filesAProcess = 25;

interface FuzzOptions {
  /** After so long a case hangs; more on machines that have other work. */
  readonly longestMs: number;
  readonly tell?: (done: number) => void;
}

/**
 * Reads so many broken files, one after the other, in a process of their own: what hangs is killed,
 * what dies is noticed. Returns the seeds whose file was not read or refused as it should be.
 */
export async function runFuzz(
  seeds: Iterable<number>,
  { longestMs, tell = () => undefined }: FuzzOptions,
): Promise<FuzzFault[]> {
  const faults: FuzzFault[] = [];
  let [child, done] = [start(), 0];
  for (const seed of seeds) {
    const fault = await ask(child, seed, longestMs);
    if (fault !== undefined) faults.push({ seed, fault });
    // Also after too much memory: the most that a process ever took never shrinks.
    if (fault !== undefined || done % filesAProcess === filesAProcess - 1) {
      child.kill("SIGKILL");
      child = start();
    }
    tell((done += 1));
  }
  child.disconnect();
  return faults;
}

function start(): ChildProcess {
  return fork(join(import.meta.dirname, "worker-process.ts"), { stdio: ["ignore", 2, 2, "ipc"] });
}

async function ask(
  child: ChildProcess,
  seed: number,
  longestMs: number,
): Promise<string | undefined> {
  const stop = new AbortController();
  const { signal } = stop;
  child.send(seed);
  const hang = setTimeout(() => stop.abort(), longestMs);
  try {
    const answer = once(child, "message", { signal });
    const death = once(child, "exit", { signal }).then(() => "died");
    const first = await Promise.race([answer, death]);
    return first === "died" ? "the process died" : faultOf(first[0] as Answer);
  } catch {
    return `hangs for more than ${longestMs} ms`;
  } finally {
    clearTimeout(hang);
    stop.abort();
  }
}

function faultOf({ origin, fault, peakMb }: Answer): string | undefined {
  if (fault !== undefined) return `${origin}: ${fault}`;
  return peakMb > mostMb ? `${origin}: takes ${peakMb.toFixed(0)} MB` : undefined;
}
