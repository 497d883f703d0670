/**
 * Elements of typed arrays, 0 beyond their ends. One function a type: a shared one would see arrays
 * of several types, which costs the engine its fastest access. So does a single look beyond an end,
 * anywhere: whoever does that often asks for the length first.
 */
export function intAt(values: Int32Array, index: number): number {
  return values[index] ?? 0;
}

/** The same for bytes. */
export function byteAt(values: Uint8Array, index: number): number {
  return values[index] ?? 0;
}

/** The same for UTF-16 units. */
export function unitAt(values: Uint16Array, index: number): number {
  return values[index] ?? 0;
}
