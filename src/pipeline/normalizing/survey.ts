import { observeColumn, type ObserveColumn } from "../workers/observe-column.ts";
import { scanIds, type ScanIds } from "../workers/scan-ids.ts";
import type { Survey } from "./make-records.ts";
import { IdCounter } from "./repeated-ids.ts";
import { inRuns, rangesOf, rowsIn } from "./row-ranges.ts";
import { columnName, lookedColumns, type SpecifiedSources } from "./source-plan.ts";
import type { NormalizeStation } from "./spread-rows.ts";

/** What only all rows together tell: what columns mean, and which ids stand in several rows. */
export async function surveySources(
  sources: SpecifiedSources,
  station: NormalizeStation,
): Promise<Survey> {
  const contexts = await observeColumns(sources, station);
  return { sources, contexts, repeated: await findRepeatedIds(sources, station) };
}

async function observeColumns(
  { specs }: SpecifiedSources,
  { workspace, context: { model, startedAt }, pool }: NormalizeStation,
): Promise<Survey["contexts"]> {
  const columns = lookedColumns(specs, model);
  const inputs = columns.map((column): ObserveColumn => ({
    workspacePath: workspace.path,
    startedAt,
    model,
    specs,
    column,
  }));
  const found = pool.isWorthIt(rowsIn(specs))
    ? await pool.askAll("observeColumn", inputs)
    : inputs.map(observeColumn);
  return new Map(columns.map((column, at) => [columnName(column), found[at]]));
}

async function findRepeatedIds(
  { specs }: SpecifiedSources,
  { workspace, context: { model, startedAt }, pool }: NormalizeStation,
): Promise<Float64Array> {
  const isWorthIt = pool.isWorthIt(rowsIn(specs));
  const runs = inRuns(rangesOf(specs, workspace, pool.parts), isWorthIt ? pool.parts : 1);
  const inputs = runs.map((ranges): ScanIds => ({
    workspacePath: workspace.path,
    startedAt,
    model,
    ranges,
  }));
  const counter = new IdCounter();
  const found = isWorthIt ? await pool.askAll("scanIds", inputs) : inputs.map(scanIds);
  for (const hashes of found) counter.addHashes(hashes);
  return counter.repeated();
}
