import type { Workspace } from "../../workspace/open-workspace.ts";
import { cutIntoRanges } from "../../workspace/source-rows.ts";
import type { SpecifiedRange } from "../workers/make-rows.ts";
import type { SourceSpec } from "./source-plan.ts";

/** The rows of some sources in their order, cut into about so many ranges, or more with at most `mostRows` each. */
export function rangesOf(
  specs: readonly SourceSpec[],
  workspace: Workspace,
  ranges: number,
  mostRows = 10_000,
): SpecifiedRange[] {
  const size = Math.min(mostRows, Math.ceil(rowsIn(specs) / ranges));
  return specs.flatMap((spec) =>
    cutIntoRanges(workspace, spec.source.id, Math.max(size, 1)).map((range) => ({
      ...range,
      spec,
    })),
  );
}

/** How many rows the sources have. */
export function rowsIn(specs: readonly SourceSpec[]): number {
  return specs.reduce((sum, { source }) => sum + source.counts.data, 0);
}

/** `inRuns([1, 2, 3], 2)` -> [[1, 2], [3]]: neighbours stay together, no run is empty */
export function inRuns<Item>(items: readonly Item[], runs: number): Item[][] {
  const size = Math.max(1, Math.ceil(items.length / runs));
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}
