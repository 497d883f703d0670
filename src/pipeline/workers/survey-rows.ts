import type { Model } from "../../model/entity.ts";
import type { ColumnVote } from "../../model/normalizer.ts";
import type { FieldReader } from "../../mapping/compile-mapping.ts";
import { countLabel } from "../../normalize/column-vote.ts";
import { openWorkspace } from "../../workspace/open-workspace.ts";
import { iterateRowBatches, type RowCells } from "../../workspace/source-rows.ts";
import { IdCounter } from "../normalizing/repeated-ids.ts";
import { idsOf } from "../normalizing/row-draft.ts";
import {
  columnName,
  lookedNormalizer,
  planSource,
  type LookedColumn,
  type SourcePlan,
} from "../normalizing/source-plan.ts";
import type { SpecifiedRange } from "./make-rows.ts";

/** Rows that are looked at before the first record is made. */
export interface SurveyRows {
  readonly workspacePath: string;
  readonly startedAt: string;
  readonly model: Model;
  readonly ranges: readonly SpecifiedRange[];
  /** Columns that mean something only as a whole. */
  readonly columns: readonly LookedColumn[];
}

/** What some rows say of the whole. */
export interface SurveyedRows {
  /** The ids of their records, as the numbers of an `IdCounter`. */
  readonly ids: Float64Array;
  /** By the name of a column how many values have each label. */
  readonly labels: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Rows that are read at once. */
const rowsAtOnce = 48;

/** Looks at the ids and the voting columns of some rows. */
export function surveyRows(input: SurveyRows): SurveyedRows {
  const { workspacePath, startedAt, model, ranges, columns } = input;
  const workspace = openWorkspace(workspacePath, { mode: "read", startedAt });
  try {
    const counter = new IdCounter();
    const labels = new Map(columns.map((column) => [columnName(column), new Map()]));
    for (const range of ranges) {
      const plan = planSource(range.spec, model, new Map());
      const voting = votingColumns(plan, input, labels);
      const batches = iterateRowBatches(workspace, range, rowsAtOnce);
      for (const rows of batches) lookAt(rows, { plan, counter, voting });
    }
    return { ids: counter.hashes(), labels };
  } finally {
    workspace.close();
  }
}

/** What is counted of rows. */
interface Look {
  readonly plan: SourcePlan;
  readonly counter: IdCounter;
  readonly voting: readonly VotingColumn[];
}

function lookAt(rows: readonly RowCells[], { plan, counter, voting }: Look): void {
  for (const { cells } of rows) idsOf(cells, plan, counter);
  for (const column of voting) countColumn(rows, column);
}

interface VotingColumn {
  readonly read: FieldReader;
  readonly vote: ColumnVote;
  readonly counts: Map<string, number>;
}

function countColumn(rows: readonly RowCells[], { read, vote, counts }: VotingColumn): void {
  for (const { cells } of rows) {
    for (const text of read(cells)) countLabel(vote.labelOf(text), counts);
  }
}

function votingColumns(
  plan: SourcePlan,
  { model, columns }: SurveyRows,
  labels: ReadonlyMap<string, Map<string, number>>,
): VotingColumn[] {
  return columns
    .filter(({ group }) => group === plan.group)
    .flatMap((column) => {
      const read = plan.compiled.readers[column.part]?.get(column.field);
      const { vote } = lookedNormalizer(plan, column, model);
      const counts = labels.get(columnName(column));
      return read === undefined || vote === undefined || counts === undefined
        ? []
        : [{ read, vote, counts }];
    });
}
