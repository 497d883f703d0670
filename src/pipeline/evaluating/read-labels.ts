import type { Assignment, LabelledPair } from "../../dedupe/evaluate.ts";
import { GoldpanError } from "../../errors.ts";
import { openTable } from "../open-table.ts";

type Columns = readonly string[];
const shapes = [
  ["record", "entity"],
  ["left", "right", "same", "stratum", "stratum_pairs"],
  ["left", "right", "same", "stands_for"],
  ["left", "right", "same"],
] as const satisfies readonly Columns[];

/**
 * Labels as people write them: a column `record` with its `entity`, or pairs `left,right` with
 * `same`. Throws DEDUPE_LABELS_NOT_READ, DEDUPE_LABEL_NOT_READ, DEDUPE_ID_NOT_UNIQUE.
 */
export async function readLabels(file: string): Promise<Assignment | LabelledPair[]> {
  const rows = await readColumns(file, shapes);
  const [first] = rows;
  if (first !== undefined && first.cells.length === 2) return assignmentOf(rows, file);
  // Pairs of a sample that nobody has looked at yet say nothing.
  const labelled = rows.filter(({ cells }) => cells[2] !== "");
  const weightOf = weigher(labelled);
  return labelled.map(({ row, cells }) => {
    const [left = "", right = "", same = ""] = cells;
    return { left, right, same: readSame(same, file, row), standsFor: weightOf(cells) };
  });
}

/**
 * What a labelled pair stands for: of a sample its kind, shared by those of the kind that were
 * labelled, whatever rows were deleted or left open; else what the file says, or itself.
 */
function weigher(labelled: readonly Row[]): (cells: Row["cells"]) => number {
  const counts = new Map<string, number>();
  for (const { cells } of labelled) {
    const stratum = cells[3] ?? "";
    counts.set(stratum, (counts.get(stratum) ?? 0) + 1);
  }
  return ([, , , kind = "1", pairs]) =>
    pairs === undefined ? Number(kind) : Number(pairs) / (counts.get(kind) ?? 1);
}

/** `record,cluster` or the like: what each record belongs to. */
export async function readAssignment(file: string, columns: Columns): Promise<Assignment> {
  return assignmentOf(await readColumns(file, [columns]), file);
}

interface Row {
  readonly row: number;
  readonly cells: readonly string[];
}

function assignmentOf(rows: readonly Row[], file: string): Assignment {
  const assigned = new Map<string, string>();
  for (const { cells } of rows) {
    const [record = "", group = ""] = cells;
    if (assigned.has(record)) throw new GoldpanError("DEDUPE_ID_NOT_UNIQUE", { file, id: record });
    // A record without an entity is not labelled: all of them are not one.
    if (group !== "") assigned.set(record, group);
  }
  return assigned;
}

/** The cells of the first list of columns that the file has all of. */
async function readColumns(file: string, choices: readonly Columns[]): Promise<Row[]> {
  const { source, table } = await openTable(file, {});
  try {
    const names = table.columns.map((name) => name.trim().toLowerCase());
    const columns = choices.find((choice) => choice.every((each) => names.includes(each)));
    if (columns === undefined) {
      const asked = choices.filter((choice) => choice.length <= 3);
      const expected = asked.map((choice) => choice.join(",")).join(" / ");
      const details = { file, expected, columns: table.columns.join(", ") };
      throw new GoldpanError("DEDUPE_LABELS_NOT_READ", details);
    }
    const indexes = columns.map((each) => names.indexOf(each));
    const rows: Row[] = [];
    for await (const batch of table.batches()) {
      const [broken] = batch.quarantined;
      if (broken !== undefined) throw brokenRow(file, broken.row);
      for (const { row, cells } of batch.rows) {
        rows.push({ row, cells: indexes.map((index) => (cells[index] ?? "").trim()) });
      }
    }
    return rows;
  } finally {
    await source.close();
  }
}

function brokenRow(file: string, row: number): GoldpanError {
  return new GoldpanError("DEDUPE_LABEL_ROW_BROKEN", { file, row }, { place: { file, row } });
}

const sameWords = ["1", "true", "yes", "y", "same", "match", "是", "相同", "同一"];
const differentWords = ["0", "false", "no", "n", "different", "non-match", "否", "不同"];

function readSame(text: string, file: string, row: number): boolean {
  const word = text.toLowerCase();
  if (sameWords.includes(word)) return true;
  if (differentWords.includes(word)) return false;
  const details = { file, row, found: text };
  throw new GoldpanError("DEDUPE_LABEL_NOT_READ", details, { place: { file, row } });
}
