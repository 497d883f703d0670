const capacity = 4096;
const trialLookups = 4 * capacity;

/**
 * Outcomes by text for the columns in which a few values come again and again: owners, stages,
 * dates. It holds so many and no more, and a column of ever new values makes it give up, so that
 * memory does not grow with the rows. An outcome is kept when its text comes for the second time: if
 * all of the first ones stayed, the engine would take whatever a normalizer makes for lasting, and
 * put it where only a slow collection gets it out again.
 */
export class ValueMemo<Outcome> {
  /** An outcome that came once is undefined. */
  #outcomes: Map<string, Outcome | undefined> | undefined = new Map();
  #mode = "";
  #lookups = 0;
  #hits = 0;
  /** Empty cells are known without a look, and say nothing about the others. */
  #empty: Outcome | undefined;

  /** The outcome of a text in a mode, if it is known; another mode forgets those of the one before. */
  get(text: string, mode: string): Outcome | undefined {
    if (mode !== this.#mode) this.#forget(mode);
    if (text === "") return this.#empty;
    if (this.#outcomes === undefined) return undefined;
    this.#lookups += 1;
    const known = this.#outcomes.get(text);
    if (known !== undefined) this.#hits += 1;
    else if (this.#lookups > trialLookups && this.#hits * 4 < this.#lookups) {
      this.#outcomes = undefined;
    }
    return known;
  }

  /** Keeps an outcome that comes again, where there is room, and returns it. */
  put(text: string, mode: string, outcome: Outcome): Outcome {
    const outcomes = this.#outcomes;
    if (mode !== this.#mode) return outcome;
    if (text === "") this.#empty = outcome;
    else if (outcomes?.has(text) === true) {
      this.#hits += 1;
      outcomes.set(text, outcome);
    } else if ((outcomes?.size ?? capacity) < capacity) outcomes?.set(text, undefined);
    return outcome;
  }

  #forget(mode: string): void {
    this.#outcomes = new Map();
    this.#mode = mode;
    this.#lookups = 0;
    this.#hits = 0;
    this.#empty = undefined;
  }
}
