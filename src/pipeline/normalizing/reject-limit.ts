import type { SourceSpec } from "./source-plan.ts";

/**
 * Rejected rows beyond what the mappings put up with (`rejects.max`, a number or "2%" of the rows;
 * none by default), summed over the mappings. `lost` are the rejected rows by file.
 */
export function rowsBeyondLimit(
  specs: readonly Pick<SourceSpec, "index" | "group" | "source" | "mapping">[],
  lost: ReadonlyMap<number, number>,
): number {
  return specs
    .filter(({ index, group }) => index === group)
    .reduce((sum, { group, mapping }) => {
      const same = specs.filter((each) => each.group === group);
      const rows = same.reduce((total, { source }) => total + source.counts.data, 0);
      const rejected = same.reduce((total, { source }) => total + (lost.get(source.id) ?? 0), 0);
      return sum + Math.max(0, rejected - allowed(mapping.rejects?.max ?? 0, rows));
    }, 0);
}

function allowed(max: number | string, rows: number): number {
  return typeof max === "number" ? max : Math.floor((rows * Number.parseFloat(max)) / 100);
}
