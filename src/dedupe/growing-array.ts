/** Integers that arrive one by one. `Array` would box and double in the heap; this stays typed. */
export interface GrowingInts {
  readonly length: number;
  push(value: number): void;
  /** Adds many at once; returns them where they now lie, good until the next ones come. */
  append(values: Int32Array): Int32Array;
  /** Adds a value to the ascending ones from `start` on, unless it is among them. */
  insert(value: number, start: number): void;
  at(index: number): number;
  /** What is there now, without a copy; gone with the next `push`. */
  view(): Int32Array;
  /** A copy in shared memory, so that workers can read it. */
  toShared(): Int32Array;
  /** The same; it is empty after, and its memory free. */
  finish(): Int32Array;
}

/** An empty `GrowingInts`. `createGrowingInts().toShared()` -> `Int32Array []` */
export function createGrowingInts(capacity = 1024): GrowingInts {
  let buffer = new Int32Array(capacity);
  let length = 0;
  const push = (value: number): void => {
    if (length === buffer.length) buffer = doubled(buffer);
    buffer[length] = value;
    length += 1;
  };
  return {
    get length() {
      return length;
    },
    push,
    append(values) {
      const end = length + values.length;
      if (end > buffer.length) buffer = withLength(buffer, Math.max(end, buffer.length * 2));
      buffer.set(values, length);
      const own = buffer.subarray(length, end);
      length = end;
      return own;
    },
    insert(value, start) {
      let at = length;
      while (at > start && (buffer[at - 1] ?? 0) > value) at -= 1;
      if (at > start && buffer[at - 1] === value) return;
      push(value);
      if (at === length - 1) return;
      buffer.copyWithin(at + 1, at, length - 1);
      buffer[at] = value;
    },
    at: (index) => buffer[index] ?? 0,
    view: () => buffer.subarray(0, length),
    toShared: () => toShared(buffer.subarray(0, length)),
    finish() {
      const shared = toShared(buffer.subarray(0, length));
      buffer = new Int32Array(0);
      length = 0;
      return shared;
    },
  };
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
export function ascending(length: number): Int32Array {
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
