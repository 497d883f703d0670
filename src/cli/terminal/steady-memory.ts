import { setFlagsFromString } from "node:v8";

/**
 * For commands that stream: the space for young objects stays as small as it begins. It would double
 * with every few gigabytes that pass through, though nothing is kept; a file ten times as large must
 * not take more memory.
 */
export function keepMemorySteady(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
}
