import { equation } from "./conservation.ts";
import { formatCount } from "./format-number.ts";
import { labelOfEntity } from "./label-of.ts";
import type { ReportStyle } from "./report-style.ts";
import { textTable } from "./text-table.ts";
import { say } from "./words.ts";

/** What normalizing made of the source rows. */
export interface NormalizeCounts {
  readonly sourceRows: number;
  /** Source rows that became at least one record. */
  readonly mappedRows: number;
  readonly rejectedRows: number;
  readonly entities: readonly {
    readonly entity: string;
    readonly records: number;
    readonly changes: number;
    readonly findings: number;
  }[];
}

/** Records, repairs and findings by entity, the law of source rows, and the verdict last. */
export function normalizeSummary(counts: NormalizeCounts, style: ReportStyle): string {
  const { language } = style;
  const keys = ["records", "changesMade", "findingsMade"] as const;
  const columns = [
    { title: say("entity", language), align: "left" as const },
    ...keys.map((key) => ({ title: say(key, language), align: "right" as const })),
  ];
  const rows = counts.entities.map(({ entity, records, changes, findings }) => [
    labelOfEntity(entity, language),
    ...[records, changes, findings].map(formatCount),
  ]);
  const law = equation(
    [counts.sourceRows, "sourceRows"],
    [
      [counts.mappedRows, "mappedRows"],
      [counts.rejectedRows, "rejected"],
    ],
    style,
  );
  return `${textTable(columns, rows, style)}\n${law}${verdictOf(counts, style)}`;
}

function verdictOf({ entities }: NormalizeCounts, { language }: ReportStyle): string {
  const sum = (part: "records" | "changes" | "findings"): number =>
    entities.reduce((total, each) => total + each[part], 0);
  const details = { count: sum("records"), changes: sum("changes"), findings: sum("findings") };
  return `${say("normalized", language, details)}\n`;
}
