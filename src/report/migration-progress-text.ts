import type { EntityName } from "../model/entity.ts";
import { formatCount, formatShare } from "./format-number.ts";
import { labelOfEntity } from "./label-of.ts";
import type { ReportStyle } from "./report-style.ts";
import { textTable } from "./text-table.ts";
import { say } from "./words.ts";

/** Golden records of one value of a field, and how many of them are in the CRM. */
export interface ProgressLine {
  readonly value: string;
  readonly golden: number;
  readonly inStore: number;
}

/** How far a migration is. */
export interface MigrationProgress {
  /** The CRM, as the project names it. */
  readonly store: string;
  /** The field that is grouped by; null for none. */
  readonly by: string | null;
  readonly entities: readonly {
    readonly entity: EntityName;
    readonly golden: number;
    readonly inStore: number;
    /** Where most is left to do comes first. */
    readonly groups: readonly ProgressLine[];
  }[];
}

/** Golden records, those in the CRM and those that are left, entity by entity, group by group. */
export function migrationProgressText(
  { store, by, entities }: MigrationProgress,
  style: ReportStyle,
): string {
  const { language } = style;
  if (entities.length === 0) return `${say("nothingToMigrate", language)}\n`;
  const titles = ["allGoldens", "inStore", "leftToMigrate", "share"] as const;
  const columns = [
    { title: say("entity", language), align: "left" as const },
    ...(by === null ? [] : [{ title: by, align: "left" as const }]),
    ...titles.map((key) => ({ title: say(key, language), align: "right" as const })),
  ];
  const rows = entities.flatMap(({ entity, groups, ...whole }) => {
    const name = labelOfEntity(entity, language);
    if (by === null) return [[name, ...cellsOf(whole)]];
    return groups.map(({ value, ...counts }, at) => [
      at === 0 ? name : "",
      value === "" ? say("emptyValue", language) : value,
      ...cellsOf(counts),
    ]);
  });
  const [golden, inStore] = [sum(entities, "golden"), sum(entities, "inStore")];
  const verdict = say("migrated", language, {
    golden,
    inStore,
    share: formatShare(inStore, golden),
    store,
  });
  return `${textTable(columns, rows, style)}\n${verdict}\n`;
}

function cellsOf({ golden, inStore }: Pick<ProgressLine, "golden" | "inStore">): string[] {
  return [golden, inStore, golden - inStore].map(formatCount).concat(formatShare(inStore, golden));
}

function sum(entities: MigrationProgress["entities"], key: "golden" | "inStore"): number {
  return entities.reduce((total, each) => total + each[key], 0);
}
