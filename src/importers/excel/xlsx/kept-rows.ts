import type { CellContext } from "./cell-value.ts";
import type { RowBlock } from "./row-block.ts";
import { RowSink } from "./row-sink.ts";
import type { ScannedCell } from "./scanned-cell.ts";
import type { SheetSink } from "./sheet-scanner.ts";
import type { SheetSurvey } from "./sheet-survey.ts";

/** How much memory the rows of a workbook may take while they wait; its sheets share it. */
export interface RowBudget {
  bytes: number;
}

/**
 * The first pass over a sheet: surveys it, and keeps its packed rows, so that it need not be scanned
 * again, as long as they are few enough.
 */
export class KeptRows implements SheetSink {
  private readonly survey: SheetSurvey;
  private readonly budget: RowBudget;
  private readonly sink: RowSink;
  private blocks: RowBlock[] | undefined = [];

  constructor(
    survey: SheetSurvey,
    context: CellContext,
    { file, budget }: { readonly file: string; readonly budget: RowBudget },
  ) {
    this.survey = survey;
    this.budget = budget;
    this.sink = new RowSink(context, file);
  }

  startRow(isHidden: boolean): void {
    this.survey.startRow(isHidden);
    this.sink.startRow();
  }

  cell(cell: ScannedCell): void {
    this.sink.cell(cell);
    if (cell.type !== "s") this.survey.cell(cell);
  }

  endRow(row: number): void {
    this.survey.endRow(row, this.sink.endRow(row));
    if (this.sink.isFull) this.keep();
  }

  merge(area: string): void {
    this.survey.merge(area);
  }

  /** The rows, to be walked once, when the sheet has ended; undefined when they were too many. */
  take(): Iterable<RowBlock> | undefined {
    this.keep();
    return this.blocks === undefined ? undefined : givenAway(this.blocks);
  }

  /** Puts the rows away that have been packed, or gives up all. */
  private keep(): void {
    const block = this.sink.take();
    if (this.blocks === undefined) return;
    this.blocks.push(block);
    this.budget.bytes -= block.size;
    if (this.budget.bytes >= 0) return;
    this.budget.bytes += this.blocks.reduce((sum, { size }) => sum + size, 0);
    this.blocks = undefined;
  }
}

/** Each block is let go of when it has been read. */
function* givenAway(blocks: RowBlock[]): Generator<RowBlock> {
  for (let block = blocks.shift(); block !== undefined; block = blocks.shift()) yield block;
}
