import type { ProgressEvent } from "../run-context.ts";

const rowsPerEvent = 1000;
const msPerLook = 250;

/** Tells how many rows are done, whichever thread did them. */
export class RowProgress {
  readonly #emit: (event: ProgressEvent) => void;
  readonly #total: number;
  #untold = 0;
  /** One integer in shared memory: the rows that are done. */
  readonly counter: Int32Array = new Int32Array(new SharedArrayBuffer(4));

  constructor(emit: (event: ProgressEvent) => void, total: number) {
    this.#emit = emit;
    this.#total = total;
  }

  /** Rows that this thread did. */
  add(rows: number): void {
    Atomics.add(this.counter, 0, rows);
    this.#untold += rows;
    if (this.#untold < rowsPerEvent) return;
    this.#untold = 0;
    this.#tell();
  }

  /** Looks at the counter while workers add to it. */
  async during<Result>(work: Promise<Result>): Promise<Result> {
    const timer = setInterval(() => this.#tell(), msPerLook);
    try {
      return await work;
    } finally {
      clearInterval(timer);
    }
  }

  #tell(): void {
    const done = Math.min(Atomics.load(this.counter, 0), this.#total);
    this.#emit({ step: "normalize", done, total: this.#total });
  }
}
