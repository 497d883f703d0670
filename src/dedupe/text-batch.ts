import { doubled, withRoomFor } from "./growing-array.ts";
import { mix } from "./mix.ts";

/** Some texts as UTF-16 units, with their hashes. */
export interface HashedTexts {
  readonly units: Uint16Array;
  /** Where each text starts; text `at` ends where the next one starts. */
  readonly starts: Int32Array;
  readonly hashes: Int32Array;
  /** How many texts there are. */
  readonly count: number;
}

/**
 * Some texts as UTF-16 units one after the other, with their hashes: what a dictionary looks up at
 * once. It is filled anew for the next ones.
 */
export class TextBatch implements HashedTexts {
  units: Uint16Array = new Uint16Array(4096);
  starts: Int32Array = new Int32Array(256);
  hashes: Int32Array = new Int32Array(256);
  count = 0;

  add(text: string): void {
    const { length } = text;
    const { count } = this;
    if (count + 2 > this.starts.length) this.#makeRoomForTexts();
    const start = this.starts[count] ?? 0;
    if (start + length > this.units.length) this.units = withRoomFor(this.units, start + length);
    const { units } = this;
    let hash = length;
    for (let at = 0; at < length; at += 1) {
      const unit = text.charCodeAt(at);
      units[start + at] = unit;
      hash = Math.imul(hash ^ unit, 0x01000193);
    }
    this.hashes[count] = mix(hash, length);
    this.starts[count + 1] = start + length;
    this.count = count + 1;
  }

  clear(): void {
    this.count = 0;
  }

  #makeRoomForTexts(): void {
    this.starts = doubled(this.starts);
    this.hashes = doubled(this.hashes);
  }
}

/** The hash of a text that lies in an array of units. */
export function hashUnits(units: Uint16Array, from: number, to: number): number {
  let hash = to - from;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (units[at] ?? 0), 0x01000193);
  return mix(hash, to - from);
}

/** The same of a string. */
export function hashText(text: string): number {
  let hash = text.length;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return mix(hash, text.length);
}
