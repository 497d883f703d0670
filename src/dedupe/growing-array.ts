/** Integers that arrive one by one. `Array` would box and double in the heap; this stays typed. */
export interface GrowingInts {
  readonly length: number;
  push(value: number): void;
  /** Adds many at once; returns them where they now lie, good until the next ones come. */
  append(values: Int32Array): Int32Array;
  /** Adds a value to the ascending ones from `start` on, unless it is among them. */
  insert(value: number, start: number): void;
  at(index: number): number;
  /** Puts another value in the place of one that is there. */
  replace(index: number, value: number): void;
  /** What is there now, without a copy; gone with the next `push`. */
  view(): Int32Array;
  /** A copy in shared memory, so that workers can read it. */
  toShared(): Int32Array;
  /** The same; it is empty after, and its memory free. */
  finish(): Int32Array;
  /** Forgets what is there and keeps the memory. */
  clear(): void;
}

/** An empty `GrowingInts`. `createGrowingInts().toShared()` -> `Int32Array []` */
export function createGrowingInts(capacity = 1024): GrowingInts {
  return new IntBuffer(capacity);
}

class IntBuffer implements GrowingInts {
  length = 0;
  #buffer: Int32Array<ArrayBuffer>;

  constructor(capacity: number) {
    this.#buffer = new Int32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.#buffer.length) this.#grow(this.length + 1);
    this.#buffer[this.length] = value;
    this.length += 1;
  }

  append(values: Int32Array): Int32Array {
    const { length } = this;
    const end = length + values.length;
    if (end > this.#buffer.length) this.#grow(end);
    this.#buffer.set(values, length);
    this.length = end;
    return this.#buffer.subarray(length, end);
  }

  insert(value: number, start: number): void {
    let at = this.length;
    while (at > start && this.at(at - 1) > value) at -= 1;
    if (at > start && this.#buffer[at - 1] === value) return;
    this.push(value);
    if (at === this.length - 1) return;
    this.#buffer.copyWithin(at + 1, at, this.length - 1);
    this.#buffer[at] = value;
  }

  at(index: number): number {
    return this.#buffer[index] ?? 0;
  }

  replace(index: number, value: number): void {
    this.#buffer[index] = value;
  }

  view(): Int32Array {
    return this.#buffer.subarray(0, this.length);
  }

  toShared(): Int32Array {
    return toShared(this.view());
  }

  finish(): Int32Array {
    const shared = this.toShared();
    release(this.#buffer);
    this.#buffer = new Int32Array(0);
    this.length = 0;
    return shared;
  }

  clear(): void {
    this.length = 0;
  }

  #grow(least: number): void {
    const outgrown = this.#buffer;
    this.#buffer = withLength(outgrown, Math.max(least, outgrown.length * 2, 16));
    release(outgrown);
  }
}

/** Gives memory back now: the collector may leave it until there is much more. The array is empty after. */
export function release(values: Int32Array<ArrayBuffer>): void {
  values.buffer.transfer(0);
}

/** A copy of `values` in shared memory. */
export function toShared(values: Int32Array): Int32Array {
  const shared = sharedInts(values.length);
  shared.set(values);
  return shared;
}

/** `length` zeros in shared memory. */
export function sharedInts(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(length * 4));
}

/** `ascending(3)` -> `[0, 1, 2]`; by a loop, for `from` walks its source as a list. */
export function ascending(length: number): Int32Array<ArrayBuffer> {
  const values = new Int32Array(length);
  for (let at = 0; at < length; at += 1) values[at] = at;
  return values;
}

/** `length` zero bytes in shared memory. */
export function sharedBytes(length: number): Uint8Array {
  return new Uint8Array(new SharedArrayBuffer(length));
}

/** A copy of UTF-16 units with room for twice as many as `length`. */
export function withRoomFor(units: Uint16Array, length: number): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(length * 2);
  larger.set(units);
  return larger;
}

/** A copy with twice the room. */
export function doubled(values: Int32Array): Int32Array<ArrayBuffer> {
  return withLength(values, Math.max(values.length * 2, 16));
}

function withLength(values: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(values);
  return larger;
}

/** Turns counts, shifted by one, into offsets in place: `[0, 2, 3]` -> `[0, 2, 5]` */
export function accumulate(counts: Int32Array): void {
  let total = 0;
  for (let at = 0; at < counts.length; at += 1) {
    total += counts[at] ?? 0;
    counts[at] = total;
  }
}
