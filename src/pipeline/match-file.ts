import { defaultModel } from "../dedupe/default-model.ts";
import { matchingFields } from "../dedupe/features/matching-fields.ts";
import { matchLists, type RankedMatch } from "../dedupe/lookup/match-lists.ts";
import { createPacker } from "../dedupe/pack.ts";
import type { Model } from "../model/entity.ts";
import type { QuarantinedRow, ReadOptions, RowCounts } from "../model/source.ts";
import { csvRow } from "../report/csv.ts";
import type { MatchCounts } from "../report/match-summary.ts";
import { fieldsOfPairs, layoutOfSide, type ColumnPair } from "./match-layout.ts";
import type { ProgressEvent } from "./run-context.ts";
import { readTableRecords, type TableRecords } from "./table-records.ts";
import { TextOutput, type Write } from "./text-output.ts";

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
  const side = (file: string, id: string | undefined, columns: readonly string[]) => {
    const about = { file, fields, columns, withOtherNames: file === question.against };
    const layout = (headings: readonly string[]) =>
      layoutOfSide(about, headings, entity, context.model);
    return readTableRecords({ path: file, read, entity, id, layout }, context.model);
  };
  const queries = await side(
    question.path,
    question.id,
    on.map((each) => each.query),
  );
  const references = await side(
    question.against,
    question.againstId,
    on.map((each) => each.against),
  );
  const counts = await writeMatches({ queries, references }, question, write, context);
  return {
    counts,
    reading: queries.counts,
    quarantined: queries.quarantined,
    quarantinedReferences: references.quarantined,
  };
}

interface Lists {
  readonly queries: TableRecords;
  readonly references: TableRecords;
}

async function writeMatches(
  { queries, references }: Lists,
  { entity, top, recall }: MatchQuestion,
  write: Write,
  { emit }: Context,
): Promise<MatchCounts> {
  const options = { fields: [...references.fields, ...queries.fields] };
  const packer = createPacker(entity, { fields: distinctFields(options.fields) });
  // The references come first: their ids sort before those of the queries.
  addAll(packer, "1", references);
  emit({ step: "match", done: 0, total: queries.rowsById.length });
  addAll(packer, "2", queries);
  const packed = packer.finish();
  const firstQuery = references.rowsById.length;
  const matchesOf: (readonly RankedMatch[])[] = [];
  const search = { model: defaultModel(entity), recall, granularity: "branch", top } as const;
  matchLists(packed, firstQuery, search, (_, matches) => matchesOf.push(matches));
  const output = new TextOutput(write);
  await output.add(line(["query", "match", "rank", "weight", "verdict", "reason"]));
  for (const [at, row] of queries.rowsById.entries()) {
    const query = queries.idsInFile[row] ?? "";
    for (const cells of rowsOf(query, matchesOf[at] ?? [], references))
      await output.add(line(cells));
  }
  await output.flush();
  return countsOf(matchesOf, firstQuery);
}

function addAll(
  packer: ReturnType<typeof createPacker>,
  prefix: string,
  table: TableRecords,
): void {
  const { entity, fields, rowsById } = table;
  const read = table.reader(matchingFields(entity, { fields }));
  for (let position = 0; position < rowsById.length; position += 1) {
    const record = read(position);
    packer.add({ ...record, id: `${prefix}${record.id}` });
  }
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
