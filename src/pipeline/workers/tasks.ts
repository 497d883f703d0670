import type { FamilyPostings } from "../../dedupe/blocking-keys/postings.ts";
import type { ComparedPairs } from "../../dedupe/compare-pairs.ts";
import type { PackedPart } from "../../dedupe/packed-part.ts";
import type { PackedColumn } from "../../dedupe/packed-records.ts";
import type { CompareRange } from "./compare-range.ts";
import type { MadeRows, MakeRows } from "./make-rows.ts";
import type { MergeGroup } from "./merge-group.ts";
import type { ObserveColumn } from "./observe-column.ts";
import type { PackRange } from "./pack-range.ts";
import type { PostFamily } from "./post-family.ts";
import type { ScanIds } from "./scan-ids.ts";

/** What a worker can be asked; inputs and results are plain data over shared memory. */
export interface Tasks {
  readonly post: (input: PostFamily) => Promise<FamilyPostings>;
  readonly compare: (input: CompareRange) => Promise<ComparedPairs>;
  readonly pack: (input: PackRange) => Promise<PackedPart>;
  readonly scanIds: (input: ScanIds) => Promise<Float64Array>;
  readonly observeColumn: (input: ObserveColumn) => Promise<unknown>;
  readonly makeRows: (input: MakeRows) => Promise<MadeRows>;
  readonly mergeGroup: (input: MergeGroup) => Promise<Record<string, PackedColumn>>;
}

/** The tasks by name; each loads its code when it is first asked. */
export const tasks: Tasks = {
  post: async (input) => (await import("./post-family.ts")).postFamily(input),
  compare: async (input) => (await import("./compare-range.ts")).compareRange(input),
  pack: async (input) => (await import("./pack-range.ts")).packRange(input),
  scanIds: async (input) => (await import("./scan-ids.ts")).scanIds(input),
  observeColumn: async (input) => (await import("./observe-column.ts")).observeColumn(input),
  makeRows: async (input) => (await import("./make-rows.ts")).makeRows(input),
  mergeGroup: async (input) => (await import("./merge-group.ts")).mergeGroup(input),
};
