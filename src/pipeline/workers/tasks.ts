import type { ComparedPairs } from "../../dedupe/compare-pairs.ts";
import type { PackedPart } from "../../dedupe/packed-part.ts";
import type { CompareRange } from "./compare-range.ts";
import type { PackRange } from "./pack-range.ts";

/** What a worker can be asked; inputs and results are plain data over shared memory. */
export interface Tasks {
  readonly compare: (input: CompareRange) => Promise<ComparedPairs>;
  readonly pack: (input: PackRange) => Promise<PackedPart>;
}

/** The tasks by name; each loads its code when it is first asked. */
export const tasks: Tasks = {
  compare: async (input) => (await import("./compare-range.ts")).compareRange(input),
  pack: async (input) => (await import("./pack-range.ts")).packRange(input),
};
