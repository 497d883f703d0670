/** A list of 32-bit integers that grows: places in a block of text, a few per cell. */
export class IntList {
  values: Int32Array;
  length = 0;

  constructor(capacity: number) {
    this.values = new Int32Array(capacity);
  }

  /** Appends two integers, as a cell has a start and an end. */
  push(first: number, second: number): void {
    if (this.length + 2 > this.values.length) this.grow();
    this.values[this.length] = first;
    this.values[this.length + 1] = second;
    this.length += 2;
  }

  private grow(): void {
    const values = new Int32Array(this.values.length * 2);
    values.set(this.values);
    this.values = values;
  }
}
