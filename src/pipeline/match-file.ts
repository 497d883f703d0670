import { availableParallelism } from "node:os";
import { defaultModel } from "../dedupe/default-model.ts";
import { matchingFields } from "../dedupe/features/matching-fields.ts";
import { joinPackedParts } from "../dedupe/join-packed-parts.ts";
import type { RankedMatch } from "../dedupe/lookup/match-lists.ts";
import type { PackedRecords } from "../dedupe/packed-records.ts";
import type { Field, Model } from "../model/entity.ts";
import type { QuarantinedRow, ReadOptions, RowCounts } from "../model/source.ts";
import { csvRow } from "../report/csv.ts";
import type { MatchCounts } from "../report/match-summary.ts";
import { fieldsOfPairs, layoutOfSide, type ColumnPair, type MatchSide } from "./match-layout.ts";
import type { ProgressEvent } from "./run-context.ts";
import { evenRanges } from "./search-duplicates.ts";
import { searchLists } from "./search-lists.ts";
import { observeColumns } from "./table-reader.ts";
import { readTableRecords, type TableRecords } from "./table-records.ts";
import { TextOutput, type Write } from "./text-output.ts";
import { packSide, type PackSide } from "./workers/pack-side.ts";
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
  const { entity, on, read } = question;
  const fields = fieldsOfPairs(on, entity, context.model);
  const readSide = async (side: MatchSide, id: string | undefined): Promise<ReadSide> => {
    const layout = (headings: readonly string[]) =>
      layoutOfSide(side, headings, entity, context.model);
    const asked = { path: side.file, read, entity, id, layout };
    return { side, table: await readTableRecords(asked, context.model) };
  };
  const columns = on.map((each) => each.query);
  const own = { file: question.path, fields, columns, withOtherNames: false };
  const queries = await readSide(own, question.id);
  const names = { columns: on.map((each) => each.against), withOtherNames: true };
  const references = await readSide(
    { ...own, ...names, file: question.against },
    question.againstId,
  );
  const pool = context.pool ?? openWorkerPool(availableParallelism());
  try {
    const counts = await writeMatches({ queries, references }, question, write, {
      ...context,
      pool,
    });
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

/** A table with what it is in the comparison. */
interface ReadSide {
  readonly side: MatchSide;
  readonly table: TableRecords;
}

interface Lists {
  readonly queries: ReadSide;
  readonly references: ReadSide;
}

interface PooledContext extends Context {
  readonly pool: WorkerPool;
}

async function writeMatches(
  lists: Lists,
  question: MatchQuestion,
  write: Write,
  context: PooledContext,
): Promise<MatchCounts> {
  const queries = lists.queries.table;
  const references = lists.references.table;
  context.emit({ step: "match", done: 0, total: queries.rowsById.length });
  const packed = await packLists(lists, context);
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

/** The references come first: their ids sort before those of the queries. */
async function packLists(
  { queries, references }: Lists,
  { model, pool }: PooledContext,
): Promise<PackedRecords> {
  const { entity } = references.table;
  const fields = distinctFields([...references.table.fields, ...queries.table.fields]);
  const size = references.table.rowsById.length + queries.table.rowsById.length;
  const threads = pool.isWorthIt(size) ? pool.size : 1;
  const part = Math.ceil(size / threads);
  const apart = inputsOf(references, "1", { fields, model, part });
  const own = inputsOf(queries, "2", { fields, model, part: size });
  // This thread takes the queries and what is left of the references.
  const packed = pool.askAll("packSide", apart.slice(0, threads - 1));
  const here = [...apart.slice(threads - 1), ...own].map(packSide);
  return joinPackedParts([...(await packed), ...here], entity, { fields });
}

interface Packing {
  /** The fields of both sides. */
  readonly fields: readonly Field[];
  readonly model: Model;
  /** How many rows are packed at once. */
  readonly part: number;
}

function inputsOf(
  { side, table }: ReadSide,
  prefix: string,
  { fields: packed, model, part }: Packing,
): PackSide[] {
  const { entity, layout, named, columns } = table;
  const fields = matchingFields(entity, { fields: table.fields });
  const contexts = observeColumns(layout, named, fields);
  const input = { side, columns, entity, model, named, fields, contexts, packed, prefix };
  const size = named.rowsById.length;
  const ranges = evenRanges(size, Math.ceil(size / part));
  // A table without rows has its columns all the same.
  if (ranges.length === 0) return [{ ...input, from: 0, to: 0 }];
  return ranges.map(([from, to]) => ({ ...input, from, to }));
}

function distinctFields(fields: TableRecords["fields"]): TableRecords["fields"] {
  return [...new Map(fields.map((each) => [each.name, each])).values()];
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
