import { cleanHeading } from "../importers/clean-heading.ts";
import { recogniseSystem } from "../importers/source-system.ts";
import { isResidentId } from "../normalize/uscc/check-digits.ts";
import type { QuarantinedRow, TableBatch, TableRow } from "../model/source.ts";
import type { IdentityNumber } from "../workspace/identity-hashes.ts";
import { maskIdentities, type IdentityRule } from "./mask-identities.ts";

/** Headings of identity numbers: what is written there is masked whether its check letter fits or not. */
const identityHeading =
  /身份证|居民身份|证件号|government id|national id|(?:id|identity) ?(?:card|number|no\b)/i;
/** Numbers of companies: the fifteen digits of an old one may well hold what looks like a birthday. */
const companyNumberHeading = /注册号|税号|纳税人|信用代码|组织机构|registration|tax|uscc/i;

/** A batch without what is private, and the identity numbers that were in it. */
export interface HiddenBatch extends TableBatch {
  readonly identities: readonly IdentityNumber[];
}

/** Columns of a known export that are not kept unless a field reads them. */
export interface LeftOutColumns {
  /** What people wrote to each other. */
  readonly messages: readonly number[];
  /** A person's private life, and pictures. */
  readonly privates: readonly number[];
}

/** `["姓名", "手机", "生日"]` of an address book, the first two read by fields -> `privates` [2] */
export function leftOutColumns(
  columns: readonly string[],
  usedColumns: readonly string[],
): LeftOutColumns {
  const { messages = [], privateHeadings = [] } = recogniseSystem(columns)?.profile ?? {};
  return {
    messages: columnsCalled(messages, columns, usedColumns),
    privates: columnsCalled(privateHeadings, columns, usedColumns),
  };
}

function columnsCalled(
  names: readonly string[],
  columns: readonly string[],
  usedColumns: readonly string[],
): number[] {
  const headings = new Set(names.map(cleanHeading));
  return columns.flatMap((column, at) =>
    headings.has(cleanHeading(column)) && !usedColumns.includes(column) ? [at] : [],
  );
}

/**
 * Takes out of the rows of a table what is not kept as it stands (`contracts.md` 9): the messages
 * that no field asks for go, identity numbers of persons are masked in every cell they stand in,
 * whatever its column is called.
 */
export class PrivateCells {
  private readonly leftOut: readonly number[];
  private readonly rules: IdentityRule[];
  /** Columns whose first fifteen digits have told whether they are persons' numbers. */
  private readonly decided = new Set<number>();
  private readonly hasIdentityColumn: boolean;
  private readonly masked = new Set<number>();

  constructor(columns: readonly string[], { messages, privates }: LeftOutColumns) {
    this.leftOut = [...messages, ...privates];
    this.rules = columns.map(ruleOf);
    this.hasIdentityColumn = this.rules.includes("any");
  }

  /** Columns in which numbers were masked so far, in the order of the table. */
  get maskedColumns(): number[] {
    return [...this.masked].toSorted((a, b) => a - b);
  }

  /** The same rows without what is private; rows that hold nothing of it are the same objects. */
  hide({ rows, quarantined }: TableBatch): HiddenBatch {
    const identities: IdentityNumber[] = [];
    return {
      rows: rows.map((row) => this.hideCells(row, identities, rows)),
      quarantined: quarantined.map((row) => hideText(row, this.ruleOfText)),
      identities,
    };
  }

  /** What stands in a row that was set aside may be in the column of identity numbers. */
  private get ruleOfText(): IdentityRule {
    return this.rules.includes("any") || this.rules.includes("dated") ? "dated" : "likely";
  }

  private hideCells(
    row: TableRow,
    identities: IdentityNumber[],
    around: readonly TableRow[],
  ): TableRow {
    const isLess = this.leftOut.some((at) => row.cells[at] !== "");
    const isSuspect = this.isSuspect(row);
    if (!isLess && !isSuspect) return row;
    const cells = [...row.cells];
    for (const at of this.leftOut) cells[at] = "";
    const before = identities.length;
    if (isSuspect) this.decideColumns(cells, around);
    if (isSuspect)
      this.maskCells(cells, (at, number) => identities.push({ row: row.row, at, number }));
    return isLess || identities.length > before ? { row: row.row, cells } : row;
  }

  /** In a column of identity numbers even those are masked that do not look like one. */
  private isSuspect(row: TableRow): boolean {
    const { encoded } = row;
    if (encoded !== undefined && !this.hasIdentityColumn) return encoded.mayHoldIdentity();
    return row.cells.some((cell) => isLong(cell));
  }

  /**
   * Of fifteen digits one in six is a person's number and by chance a company's too. The column
   * tells: where half of what stands in it has a birthday, it holds persons'.
   */
  private decideColumns(cells: readonly string[], around: readonly TableRow[]): void {
    for (const [at, cell] of cells.entries()) {
      if (this.rules[at] !== "likely" || this.decided.has(at) || !isOldNumber(cell)) continue;
      this.decided.add(at);
      const filled = around.map((row) => row.cells[at] ?? "").filter((each) => each !== "");
      const persons = filled.filter((each) => isResidentId(each.trim().toUpperCase())).length;
      if (persons * 2 >= filled.length) this.rules[at] = "dated";
    }
  }

  private maskCells(cells: string[], onFound: (at: number, number: string) => void): void {
    for (const [at, cell] of cells.entries()) {
      if (!isLong(cell)) continue;
      cells[at] = maskIdentities(cell, this.rules[at], (number) => {
        this.masked.add(at);
        onFound(at, number);
      });
    }
  }
}

/** `"身份证号"` -> "any", `"注册号"` -> "long", `"备注"` -> "likely" */
export function ruleOf(heading: string): IdentityRule {
  if (identityHeading.test(heading)) return "any";
  return companyNumberHeading.test(heading) ? "long" : "likely";
}

function isLong(cell: string): boolean {
  return cell.length >= 15;
}

function isOldNumber(cell: string): boolean {
  return /^\s*\d{15}\s*$/.test(cell);
}

function hideText(row: QuarantinedRow, rule: IdentityRule): QuarantinedRow {
  const text = maskIdentities(row.text, rule);
  return text === row.text ? row : { ...row, text };
}
