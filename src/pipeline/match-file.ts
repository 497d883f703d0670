import { stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { defaultModel } from "../dedupe/default-model.ts";
import type { RankedMatch } from "../dedupe/lookup/match-lists.ts";
import type { Model } from "../model/entity.ts";
import type { QuarantinedRow, ReadOptions, RowCounts } from "../model/source.ts";
import { csvRow } from "../report/csv.ts";
import type { MatchCounts } from "../report/match-summary.ts";
import { fieldsOfPairs, layoutOfSide, type ColumnPair, type MatchSide } from "./match-layout.ts";
import { packLists, type ReadLists, type ReadSide } from "./pack-lists.ts";
import type { ProgressEvent } from "./run-context.ts";
import { searchLists } from "./search-lists.ts";
import { readTableRecords, type TableRecords } from "./table-records.ts";
import { TextOutput, type Write } from "./text-output.ts";
import { openWorkerPool, type WorkerPool } from "./workers/worker-pool.ts";

export interface MatchQuestion {
  readonly path: string;
  readonly against: string;
  readonly on: readonly ColumnPair[];
  readonly id?: string | undefined;
  readonly againstId?: string | undefined;
  readonly entity: "customer" | "contact";
  readonly read: ReadOptions;
  readonly top: number;
  readonly recall: "normal" | "high";
}

export interface MatchResult {
  readonly counts: MatchCounts;
  readonly reading: RowCounts;
  readonly quarantined: readonly QuarantinedRow[];
  readonly quarantinedReferences: readonly QuarantinedRow[];
}

interface Context {
  readonly model: Model;
  readonly emit: (event: ProgressEvent) => void;
  /** Threads to use; without them as many as there are cores are started. */
  readonly pool?: WorkerPool;
}

/**
 * Looks the rows of one table up in another and writes `query,match,rank,weight,verdict,reason`, in
 * the order of the queries; a query without a candidate has one row with an empty match. Aliases,
 * former and short names of the reference list find it too. Throws what `readTableRecords` throws.
 */
export async function matchFile(
  question: MatchQuestion,
  write: Write,
  context: Context,
): Promise<MatchResult> {
  const pool = context.pool ?? openWorkerPool(availableParallelism());
  try {
    if (pool.isWorthIt(await estimatedRows(question))) pool.start("packSides", pool.size - 1);
    const lists = await readLists(question, context.model);
    const counts = await writeMatches(lists, question, write, { ...context, pool });
    const { queries, references } = lists;
    return {
      counts,
      reading: queries.table.counts,
      quarantined: queries.table.quarantined,
      quarantinedReferences: references.table.quarantined,
    };
  } finally {
    if (context.pool === undefined) await pool.close();
  }
}

/** A row that holds a name and its number is as long; rows of more columns are longer. */
const bytesOfShortRow = 50;

/** How many rows the files have about, before they are read. */
async function estimatedRows({ path, against }: MatchQuestion): Promise<number> {
  const sizes = [path, against].map(async (file) => {
    // Whoever reads the file says what is wrong with it.
    const found = await stat(file).catch(() => undefined);
    return found?.size ?? 0;
  });
  const [own = 0, other = 0] = await Promise.all(sizes);
  return (own + other) / bytesOfShortRow;
}

async function readLists(question: MatchQuestion, model: Model): Promise<ReadLists> {
  const { entity, on, read } = question;
  const fields = fieldsOfPairs(on, entity, model);
  const readSide = async (side: MatchSide, id: string | undefined): Promise<ReadSide> => {
    const layout = (headings: readonly string[]) => layoutOfSide(side, headings, entity, model);
    const asked = { path: side.file, read, entity, id, layout };
    return { side, table: await readTableRecords(asked, model) };
  };
  const columns = on.map((each) => each.query);
  const own = { file: question.path, fields, columns, withOtherNames: false };
  const names = { columns: on.map((each) => each.against), withOtherNames: true };
  const queries = await readSide(own, question.id);
  const other = { ...own, ...names, file: question.against };
  return { queries, references: await readSide(other, question.againstId) };
}

interface PooledContext extends Context {
  readonly pool: WorkerPool;
}

async function writeMatches(
  lists: ReadLists,
  question: MatchQuestion,
  write: Write,
  context: PooledContext,
): Promise<MatchCounts> {
  const queries = lists.queries.table;
  const references = lists.references.table;
  context.emit({ step: "match", done: 0, total: queries.rowsById.length });
  const packed = await packLists(lists, context.model, context.pool);
  const { entity, top, recall } = question;
  const options = { model: defaultModel(entity), granularity: "branch", top } as const;
  const found = { packed, firstQuery: references.rowsById.length };
  const matchesOf = await searchLists(found, recall, options, context.pool);
  const output = new TextOutput(write);
  await output.add(line(["query", "match", "rank", "weight", "verdict", "reason"]));
  for (const [at, row] of queries.rowsById.entries()) {
    const query = queries.idsInFile[row] ?? "";
    for (const cells of rowsOf(query, matchesOf[at] ?? [], references))
      await output.add(line(cells));
  }
  await output.flush();
  return countsOf(matchesOf, references.rowsById.length);
}

function rowsOf(
  query: string,
  matches: readonly RankedMatch[],
  { idsInFile, rowsById }: TableRecords,
): string[][] {
  if (matches.length === 0) return [[query, "", "", "", "", ""]];
  return matches.map(({ reference, weightMilliBits, verdict, reason }, at) => [
    query,
    idsInFile[rowsById[reference] ?? 0] ?? "",
    String(at + 1),
    (weightMilliBits / 1000).toFixed(3),
    verdict,
    reason,
  ]);
}

function countsOf(all: readonly (readonly RankedMatch[])[], references: number): MatchCounts {
  const best = all.map(([first]) => first?.verdict);
  const count = (wanted: string | undefined): number =>
    best.filter((verdict) => verdict === wanted).length;
  const counts = {
    queries: all.length,
    references,
    matched: count("match"),
    possible: count("possible"),
    unmatched: count(undefined),
  };
  if (counts.queries !== counts.matched + counts.possible + counts.unmatched) {
    throw new Error(`queries do not add up: ${JSON.stringify(counts)}`);
  }
  return counts;
}

function line(cells: readonly string[]): string {
  return csvRow(cells, { excelSafe: false });
}
