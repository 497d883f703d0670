import { countLabel } from "../../normalize/column-vote.ts";
import { surveyRows, type SurveyedRows, type SurveyRows } from "../workers/survey-rows.ts";
import type { Survey } from "./make-records.ts";
import { IdCounter } from "./repeated-ids.ts";
import { inRuns, rangesOf, rowsIn } from "./row-ranges.ts";
import { columnName, lookedColumns, lookedNormalizer, type LookedColumn } from "./source-plan.ts";
import type { SpecifiedSources } from "./specify-sources.ts";
import type { NormalizeStation } from "./spread-rows.ts";

/** What only all rows together tell: what columns mean, and which ids stand in several rows. */
export async function surveySources(
  sources: SpecifiedSources,
  station: NormalizeStation,
): Promise<Survey> {
  const { specs } = sources;
  const { workspace, pool } = station;
  const { model, startedAt } = station.context;
  const isWorthIt = pool.isWorthIt(rowsIn(specs));
  const columns = lookedColumns(specs, model);
  const runs = inRuns(rangesOf(specs, workspace, pool.parts), isWorthIt ? pool.parts : 1);
  const inputs = runs.map((ranges): SurveyRows => ({
    workspacePath: workspace.path,
    startedAt,
    model,
    ranges,
    columns,
  }));
  const parts = isWorthIt ? await pool.askAll("surveyRows", inputs) : inputs.map(surveyRows);
  const contextOf = (column: LookedColumn): unknown => {
    const spec = specs[column.group];
    if (spec === undefined) throw new Error(`No source for column ${column.field}`);
    const { vote } = lookedNormalizer(spec, column, model);
    return vote?.decide(labelsOf(columnName(column), parts));
  };
  return {
    sources,
    contexts: new Map(columns.map((column) => [columnName(column), contextOf(column)])),
    repeated: repeatedIds(parts),
  };
}

function repeatedIds(parts: readonly SurveyedRows[]): Float64Array {
  const counter = new IdCounter();
  for (const { ids } of parts) counter.addHashes(ids);
  return counter.repeated();
}

function labelsOf(column: string, parts: readonly SurveyedRows[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { labels } of parts) {
    for (const [label, count] of labels.get(column) ?? []) countLabel(label, counts, count);
  }
  return counts;
}
