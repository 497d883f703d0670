/** Asks work to end at the next good moment; set while such work is under way. */
let stop: (() => void) | undefined;
let code = 0;

/**
 * A signal came. Work that can end well is asked to; other work, and a second signal, end the
 * process at once: `exit` handlers then take half-written files away and release the lock.
 */
export function interrupt(exitCode: number): void {
  const ask = stop;
  if (ask === undefined) process.exit(exitCode);
  stop = undefined;
  code = exitCode;
  ask();
}

/** Runs work that looks now and then whether it should end: between two batches of a load. */
export async function interruptible<Result>(
  work: (isInterrupted: () => boolean) => Promise<Result>,
): Promise<Result> {
  let isAsked = false;
  stop = () => {
    isAsked = true;
  };
  try {
    return await work(() => isAsked);
  } finally {
    stop = undefined;
  }
}

/** 130 of an interrupted load becomes 143 when it was a SIGTERM that interrupted it. */
export function exitCodeOf(result: number): number {
  return result === 130 && code !== 0 ? code : result;
}
