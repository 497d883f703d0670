/** Whose turn it is to make which range, in memory that threads share: the next range, and how many were taken. */
export type RangeTurns = Int32Array;

const [next, taken] = [0, 1];

/** How far workers may be ahead of whoever takes what they made; it waits in memory. */
const mostAhead = 8;

/** Turns before the first range. */
export function createTurns(): RangeTurns {
  return new Int32Array(new SharedArrayBuffer(8));
}

/** The numbers of the ranges that fall to one worker; it waits while more than `ahead` are not taken. */
export function* turnsOf(
  turns: RangeTurns,
  count: number,
  ahead: number = mostAhead,
): Generator<number> {
  for (;;) {
    const at = Atomics.add(turns, next, 1);
    if (at >= count) return;
    for (;;) {
      const done = Atomics.load(turns, taken);
      if (at - done < ahead) break;
      Atomics.wait(turns, taken, done);
    }
    yield at;
  }
}

/** Hands on what was made of ranges in the order of the ranges, whoever is ready first. */
export class InTurn<Made extends { readonly at: number }> {
  readonly #turns: RangeTurns;
  readonly #take: (made: Made) => void;
  readonly #early = new Map<number, Made>();
  #isOver = false;

  constructor(turns: RangeTurns, take: (made: Made) => void) {
    this.#turns = turns;
    this.#take = take;
  }

  /** Nothing is taken any more: a thread may send what it made after another one failed. */
  end(): void {
    this.#isOver = true;
  }

  add(made: Made): void {
    if (this.#isOver) return;
    this.#early.set(made.at, made);
    let due = this.#early.get(Atomics.load(this.#turns, taken));
    while (due !== undefined) {
      this.#early.delete(due.at);
      this.#take(due);
      Atomics.add(this.#turns, taken, 1);
      Atomics.notify(this.#turns, taken);
      due = this.#early.get(due.at + 1);
    }
  }
}
