import { GoldpanError } from "../../errors.ts";
import { openSource } from "../../importers/open-source.ts";
import type { EntityName, Model } from "../../model/entity.ts";
import type { Finding } from "../../model/finding.ts";
import type { TableRow } from "../../model/source.ts";
import { reviewFields } from "./describe-pair.ts";
import {
  decisionWords,
  findColumns,
  pairSum,
  readCheck,
  sideHeading,
  valuesSum,
  type FoundColumns,
} from "./review-columns.ts";
import { reviewedEntities } from "./review-queue.ts";

/** What a person decided in a row of a review file. */
export interface FiledDecision {
  /** Row as Excel counts. */
  readonly row: number;
  readonly entity: EntityName;
  readonly left: string;
  readonly right: string;
  readonly same: boolean;
  /** Number of the last decision when the file was written. */
  readonly lastDecision: number;
}

/** The rows of a review file that decide something, and what is wrong with others. */
export interface ReadDecisions {
  readonly decisions: readonly FiledDecision[];
  readonly findings: readonly Finding[];
  /** Rows that decide nothing: empty, or 跳过. */
  readonly undecided: number;
}

/**
 * Reads a review file back: by its headings and by the check of each row, so that it does not
 * matter whether rows or columns were sorted, filtered, moved or deleted. A row that was edited
 * where it must not be becomes a finding. Throws DEDUPE_NOT_A_REVIEW.
 */
export async function readReviewFile(file: string, model: Model): Promise<ReadDecisions> {
  const source = await openSource(file);
  try {
    const rows: ReadRow[] = [];
    const sheets = source.tables.flatMap((table) => {
      const columns = findColumns(table.columns);
      return columns === undefined ? [] : [{ table, columns }];
    });
    if (sheets.length === 0) throw new GoldpanError("DEDUPE_NOT_A_REVIEW", { file });
    for (const { table, columns } of sheets) {
      for await (const batch of table.batches()) {
        rows.push(...batch.rows.map((row) => readRow(row, columns, model)));
        rows.push(...batch.quarantined.map(({ row }) => broken(row)));
      }
    }
    return gather(rows);
  } finally {
    await source.close();
  }
}

interface ReadRow {
  readonly decision?: FiledDecision;
  readonly findings: readonly Finding[];
}

function gather(rows: readonly ReadRow[]): ReadDecisions {
  const decisions = rows.flatMap(({ decision }) => decision ?? []);
  const findings = rows.flatMap((row) => row.findings);
  const undecided = rows.filter((row) => row.decision === undefined && row.findings.length === 0);
  return { decisions, findings, undecided: undecided.length };
}

function readRow({ row, cells }: TableRow, columns: FoundColumns, model: Model): ReadRow {
  const at = (index: number): string => (cells[index] ?? "").trim();
  const [left, right] = [at(columns.at.left), at(columns.at.right)];
  const word = readWord(at(columns.at.decision));
  if (word === "skip") return { findings: [] };
  const check = readCheck(at(columns.at.check));
  const entity = reviewedEntities.find((each) => pairSum(each, left, right) === check?.pair);
  if (check === undefined || entity === undefined) {
    return { findings: [finding("M102", row, `${left} / ${right}`)] };
  }
  const about = { entity, record: left };
  if (word === undefined) {
    return { findings: [{ ...finding("M101", row, at(columns.at.decision)), ...about }] };
  }
  const values = reviewFields(entity, model).flatMap((field) =>
    (["left", "right"] as const).map((side) => {
      const heading = { en: sideHeading(field, side, "en"), zh: sideHeading(field, side, "zh") };
      return cells[columns.indexOf(heading)] ?? "";
    }),
  );
  const isEdited = valuesSum(values) !== check.values;
  const edited: Finding = { ...finding("M106", row, ""), ...about, severity: "info" };
  const { lastDecision } = check;
  return {
    decision: { row, entity, left, right, same: word === "same", lastDecision },
    findings: isEdited ? [edited] : [],
  };
}

type Word = keyof typeof decisionWords;

const otherWords: Readonly<Record<string, Word>> = {
  "": "skip",
  是: "same",
  y: "same",
  yes: "same",
  "1": "same",
  否: "different",
  n: "different",
  no: "different",
  "0": "different",
};

/** A decision as people write it in either language; undefined when it is none. */
function readWord(text: string): Word | undefined {
  const word = text.normalize("NFKC").trim().toLowerCase();
  const entries = Object.entries(decisionWords) as [Word, (typeof decisionWords)[Word]][];
  const chosen = entries.find(([, { en, zh }]) => word === en || word === zh);
  return chosen?.[0] ?? otherWords[word];
}

function broken(row: number): ReadRow {
  return { findings: [finding("M102", row, "")] };
}

function finding(code: string, row: number, value: string): Finding {
  return { code, severity: "warning", detail: String(row), value };
}
