import { equation } from "./conservation.ts";
import { formatCount } from "./format-number.ts";
import { labelOfEntity } from "./label-of.ts";
import type { ReportStyle } from "./report-style.ts";
import { textTable } from "./text-table.ts";
import { say } from "./words.ts";

/** What normalizing made of the source rows. */
export interface NormalizeCounts {
  readonly sourceRows: number;
  /** Source rows that became a record or a part of one. */
  readonly mappedRows: number;
  /** Rows that hold nothing but older versions of records. */
  readonly supersededRows: number;
  readonly rejectedRows: number;
  /** Rejected rows beyond what the mappings put up with. */
  readonly beyondLimit: number;
  readonly entities: readonly NormalizedEntity[];
}

/** `mapped = records + olderVersions + joined + rejected`; derived records come on top. */
export interface NormalizedEntity {
  readonly entity: string;
  /** Records as the rows have them, one or several a row. */
  readonly mapped: number;
  /** Records of the workspace that go back to a row. */
  readonly records: number;
  readonly olderVersions: number;
  /** Further rows of one record: a customer list with a row for each colleague. */
  readonly joined: number;
  readonly rejected: number;
  /** Users that no list has and owners name. */
  readonly derived: number;
  readonly changes: number;
  readonly findings: number;
}

/** Records, repairs and findings by entity, the laws of `contracts.md` 5, and the verdict last. */
export function normalizeSummary(counts: NormalizeCounts, style: ReportStyle): string {
  const { language } = style;
  const keys = ["records", "changesMade", "findingsMade"] as const;
  const columns = [
    { title: say("entity", language), align: "left" as const },
    ...keys.map((key) => ({ title: say(key, language), align: "right" as const })),
  ];
  const rows = counts.entities.map(({ entity, records, derived, changes, findings }) => [
    labelOfEntity(entity, language),
    ...[records + derived, changes, findings].map(formatCount),
  ]);
  return `${textTable(columns, rows, style)}\n${normalizeLaws(counts, style)}${verdictOf(counts, style)}`;
}

/** The laws of `contracts.md` 5 for rows and for records, with their numbers. */
export function normalizeLaws(counts: NormalizeCounts, style: ReportStyle): string {
  const rows = equation(
    [counts.sourceRows, "sourceRows"],
    [
      [counts.mappedRows, "mappedRows"],
      [counts.supersededRows, "supersededRows"],
      [counts.rejectedRows, "rejected"],
    ],
    style,
  );
  const records = equation(
    [sumOf(counts, "mapped"), "mappedRecords"],
    [
      [sumOf(counts, "records"), "recordsMade"],
      [sumOf(counts, "olderVersions"), "olderVersions"],
      [sumOf(counts, "joined"), "joinedRecords"],
      [sumOf(counts, "rejected"), "rejected"],
    ],
    style,
  );
  const derived = sumOf(counts, "derived");
  const users =
    derived === 0 ? "" : `${say("usersOfOwners", style.language, { count: derived })}\n`;
  return rows + records + users;
}

type Counted = Exclude<keyof NormalizedEntity, "entity">;

function sumOf({ entities }: NormalizeCounts, part: Counted): number {
  return entities.reduce((total, each) => total + each[part], 0);
}

function verdictOf(counts: NormalizeCounts, { language }: ReportStyle): string {
  const details = {
    count: sumOf(counts, "records") + sumOf(counts, "derived"),
    changes: sumOf(counts, "changes"),
    findings: sumOf(counts, "findings"),
  };
  return `${say("normalized", language, details)}\n`;
}
