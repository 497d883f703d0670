import { doubled } from "./growing-array.ts";
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
  units: Uint16Array = new Uint16Array(0);
  starts: Int32Array = new Int32Array(256);
  hashes: Int32Array = new Int32Array(256);
  count = 0;
  /** The same memory as `units`. */
  #bytes: Buffer = Buffer.alloc(0);

  /**
   * Takes these texts instead of the ones before. They are joined and written at once: letter by
   * letter, a text that was put together of others would be copied to one piece first.
   */
  take(texts: readonly string[]): void {
    const all = texts.join("");
    this.#makeRoom(texts.length, all.length);
    this.#bytes.write(all, "utf16le");
    let start = 0;
    for (let at = 0; at < texts.length; at += 1) {
      const end = start + (texts[at] ?? "").length;
      this.hashes[at] = hashUnits(this.units, start, end);
      this.starts[at + 1] = end;
      start = end;
    }
    this.count = texts.length;
  }

  #makeRoom(texts: number, units: number): void {
    while (texts + 1 > this.starts.length) {
      this.starts = doubled(this.starts);
      this.hashes = doubled(this.hashes);
    }
    if (units <= this.units.length) return;
    this.units = new Uint16Array(Math.max(units * 2, 4096));
    this.#bytes = Buffer.from(this.units.buffer);
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
