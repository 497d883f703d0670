import { setFlagsFromString } from "node:v8";

/** So many megabytes of lasting objects are no reason for a worker to look which of them are dead. */
const restingMegabytes = 96;

/**
 * Fits the heaps of the workers that start from here on to what normalizing rows does: much is made
 * of each row, and nothing of it lasts. Left alone, the engine takes what a batch holds for a moment
 * for lasting and places all of its kind where only a slow collection gets it out again, one a second.
 */
export function expectShortLives(): void {
  setFlagsFromString("--no-allocation-site-pretenuring");
  setFlagsFromString(`--initial-old-space-size=${restingMegabytes}`);
}
