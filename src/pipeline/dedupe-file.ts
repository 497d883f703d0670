import { availableParallelism } from "node:os";
import type { PackedRecords } from "../dedupe/packed-records.ts";
import type { DedupeResult } from "../dedupe/resolve-clusters.ts";
import type { DedupeSettings, SurvivorshipSettings } from "../dedupe/settings.ts";
import { buildGoldenRecords } from "../dedupe/survivorship/build-golden-records.ts";
import type { Field, Model } from "../model/entity.ts";
import type { GoldenRecord } from "../model/golden.ts";
import type { QuarantinedRow, RowCounts } from "../model/source.ts";
import { csvRow } from "../report/csv.ts";
import { clusterLines } from "./cluster-lines.ts";
import { searchAndCount, type CountedSearch } from "./cluster-records.ts";
import { assertConserved, type DedupeCounts } from "./dedupe-counts.ts";
import { readOwnLabels } from "./evaluating/own-labels.ts";
import { readOwnModel } from "./own-model.ts";
import { packFile } from "./pack-file.ts";
import type { ProgressEvent } from "./run-context.ts";
import { readTableRecords, type TableQuestion, type TableRecords } from "./table-records.ts";
import { TextOutput, type Write } from "./text-output.ts";
import { openWorkerPool, type WorkerPool } from "./workers/worker-pool.ts";

export interface FileQuestion extends TableQuestion {
  readonly entity?: "customer" | "contact" | undefined;
  readonly recall: "normal" | "high";
  /** Processor cores to use. */
  readonly workers?: number | undefined;
}

/** Where the results go: CSV with a header, UTF-8, LF. */
export interface FileOutputs {
  /** `record,cluster` for every row. */
  readonly clusters: Write;
  /** `left,right,weight,verdict,reason` for matches and possible ones; weights in bits. */
  readonly pairs?: Write | undefined;
  /** `cluster` and a column a field. */
  readonly golden?: Write | undefined;
}

/** What a search in one table goes by. */
export interface FileContext {
  readonly model: Model;
  readonly settings: {
    readonly dedupe: DedupeSettings;
    readonly survivorship: SurvivorshipSettings;
  };
  /** Where relative paths of the settings start. */
  readonly folder: string;
  readonly emit: (event: ProgressEvent) => void;
}

export interface FileDedupe {
  readonly entities: readonly [DedupeCounts];
  readonly counts: RowCounts;
  readonly quarantined: readonly QuarantinedRow[];
  readonly otherSheets: readonly string[];
  /** Headings that no field is known for: they took no part. */
  readonly unknownColumns: readonly string[];
}

/**
 * Finds the rows of one table that mean the same customer or contact. Rows become bytes and
 * integers; no record lives longer than it takes to read its features. With `id` the result does
 * not depend on the order of the rows. Throws what `readTableRecords` throws.
 */
export async function dedupeFile(
  question: FileQuestion,
  outputs: FileOutputs,
  context: FileContext,
): Promise<FileDedupe> {
  const pool = openWorkerPool(question.workers ?? availableParallelism());
  try {
    context.emit({ step: "read", done: 0 });
    const { packed, ids, ...table } = await packFile(question, pool, context);
    const { counts, certified, result } = await search(packed, question, { ...context, pool });
    const stored = { records: ids.rowsById.length, golden: result.report.clusters };
    assertConserved(counts, stored);
    const lines = clusterLines(result.roots, ids, question.id !== undefined);
    for (const bytes of lines) await outputs.clusters(bytes);
    if (outputs.pairs !== undefined) await writePairs(result, outputs.pairs);
    if (outputs.golden !== undefined) await writeGoldens(result, question, outputs.golden, context);
    const { quarantined, otherSheets, unknownColumns } = table;
    return {
      entities: [await certified()],
      counts: table.counts,
      quarantined,
      otherSheets,
      unknownColumns,
    };
  } finally {
    await pool.close();
  }
}

async function search(
  packed: PackedRecords,
  { recall }: FileQuestion,
  { pool, emit, settings, folder }: FileContext & { readonly pool: WorkerPool },
): Promise<CountedSearch> {
  const { entity, size } = packed;
  emit({ step: "dedupe", done: 0, total: size });
  const { granularity, rules, precision, labels: labelsFile, model: file } = settings.dedupe;
  const model = await readOwnModel(entity, file, folder);
  const labels = await readOwnLabels(labelsFile, folder);
  const options = {
    recall,
    granularity,
    rules,
    precision,
    labels,
    ...(model !== undefined && { model }),
  };
  const isCertified = entity === "customer";
  return searchAndCount(packed, options, { pool, isCertified });
}

async function writePairs({ pairs }: DedupeResult, write: Write): Promise<void> {
  const output = new TextOutput(write);
  await output.add(line(["left", "right", "weight", "verdict", "reason"]));
  for (const { left, right, weightMilliBits, verdict, reason } of pairs) {
    const weight = (weightMilliBits / 1000).toFixed(3);
    await output.add(line([left, right, weight, verdict, reason]));
  }
  await output.flush();
}

/** Values of a list are joined by "; ". The table is read again: matching keeps no values. */
async function writeGoldens(
  { clusters }: DedupeResult,
  question: FileQuestion,
  write: Write,
  { model, settings }: FileContext,
): Promise<void> {
  const { entity, fields, rowsById, idsInFile, reader } = await readTableRecords(question, model);
  const read = reader(fields);
  const positionOf = new Map<string, number>();
  rowsById.forEach((row, position) => positionOf.set(idsInFile[row] ?? "", position));
  const options = { model: withFields(model, fields, entity), settings: settings.survivorship };
  const output = new TextOutput(write);
  await output.add(line(["cluster", ...fields.map(({ name }) => name)]));
  for (const cluster of clusters) {
    const members = cluster.members.map((id) => [id, read(positionOf.get(id) ?? 0)] as const);
    const [golden] = buildGoldenRecords([cluster], new Map(members), options);
    if (golden !== undefined) await output.add(goldenLine(golden, fields));
  }
  await output.flush();
}

function withFields(model: Model, fields: readonly Field[], entity: TableRecords["entity"]): Model {
  const { entities } = model;
  return { entities: { ...entities, [entity]: { ...entities[entity], fields } } };
}

function goldenLine({ members, values }: GoldenRecord, fields: readonly Field[]): string {
  const cells = fields.map(({ name }) => values[name]?.items.join("; ") ?? "");
  return line([members[0] ?? "", ...cells]);
}

function line(cells: readonly string[]): string {
  return csvRow(cells, { excelSafe: false });
}
