import type {
  DistinctCount,
  Inventory,
  InventoryFile,
  InventoryKeys,
  InventoryOverlap,
  InventoryTable,
  PersonalData,
  UnreadFile,
} from "../model/inventory.ts";
import { formatCount, formatShare } from "./format-number.ts";
import { adviceWords, confidenceWords, overlapWords, personalWords } from "./inventory-words.ts";
import { labelOfEntity, labelOfField } from "./label-of.ts";
import type { ReportStyle } from "./report-style.ts";
import type { TextColumn } from "./text-table.ts";
import { say } from "./words.ts";

/** A table of a report with its title: text, HTML and workbooks draw it each in their way. */
export interface ReportSection {
  readonly title: string;
  readonly columns: readonly TextColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** The parts of an inventory in the order in which they are read; empty ones are left out. */
export function inventorySections(
  inventory: Inventory,
  { language }: ReportStyle,
): ReportSection[] {
  const { files, tables, overlaps, personal, unread } = inventory;
  return [
    haveSection(tables, files, language),
    worthSection(tables, language),
    sharedSection(overlaps, tables, language),
    personalSection(personal, tables, language),
    unreadSection(unread, language),
  ].filter(({ rows }) => rows.length > 0);
}

type Language = ReportStyle["language"];

/**
 * Names for people, by the names of the inventory: without folders, and without the sheet where a
 * file has one table. Two files of one name keep their folders.
 */
function shortNames(tables: readonly InventoryTable[]): ReadonlyMap<string, string> {
  const files = [...new Set(tables.map(({ path }) => path))];
  const isUnique = (path: string): boolean =>
    files.filter((each) => baseName(each) === baseName(path)).length === 1;
  return new Map(
    tables.map(({ name, path, sheet }) => {
      const file = isUnique(path) ? baseName(path) : path;
      const isOnly = tables.filter((each) => each.path === path).length === 1;
      return [name, sheet === null || isOnly ? file : `${file}#${sheet}`];
    }),
  );
}

/** `{ count: 1730, exact: false }` -> `~1,730` */
export function distinctText({ count, exact }: DistinctCount): string {
  return `${exact ? "" : "~"}${formatCount(count)}`;
}

function haveSection(
  tables: readonly InventoryTable[],
  files: readonly InventoryFile[],
  language: Language,
): ReportSection {
  const names = shortNames(tables);
  return {
    title: say("inventoryHave", language),
    columns: [
      { title: say("source", language), align: "left", cut: "start" },
      { title: say("sheet", language), align: "left", priority: 5 },
      { title: say("format", language), align: "left", priority: 1 },
      { title: say("header", language), align: "right", priority: 4 },
      { title: say("rows", language), align: "right" },
      { title: say("entity", language), align: "left" },
      { title: say("system", language), align: "left", priority: 2 },
    ],
    rows: tables.map((table) => [
      names.get(table.name) ?? table.name,
      table.sheet ?? "",
      formatText(table, files, language),
      formatCount(table.headerRow),
      formatCount(table.rows),
      entityText(table, language),
      systemText(table, language),
    ]),
  };
}

function formatText(
  { path, format, encoding }: InventoryTable,
  files: readonly InventoryFile[],
  language: Language,
): string {
  const kind = encoding === null ? format : `${format} ${encoding}`;
  const isMisnamed = files.some((file) => file.path === path && file.misnamed);
  const ending = /\.[^./\\]+$/.exec(path)?.[0] ?? "";
  return isMisnamed ? say("inventoryMisnamed", language, { format: kind, ending }) : kind;
}

function entityText({ entity }: InventoryTable, language: Language): string {
  if (entity === null) return "";
  const label = labelOfEntity(entity.name, language);
  return entity.confidence === "high"
    ? label
    : `${label} (${say(confidenceWords[entity.confidence], language)})`;
}

function systemText({ system }: InventoryTable, language: Language): string {
  return system === null
    ? ""
    : `${system.name} (${say(confidenceWords[system.confidence], language)})`;
}

function worthSection(tables: readonly InventoryTable[], language: Language): ReportSection {
  const names = shortNames(tables);
  return {
    title: say("inventoryWorth", language),
    columns: [
      { title: say("source", language), align: "left", cut: "start" },
      { title: say("keyFieldsFilled", language), align: "right" },
      { title: say("missingFields", language), align: "left", priority: 4 },
      { title: say("companies", language), align: "right", priority: 3 },
      { title: say("onlyHere", language), align: "right", priority: 2 },
      { title: say("lastTouched", language), align: "left", priority: 1 },
      { title: say("advice", language), align: "left" },
    ],
    rows: tables.map((table) => {
      const keys = mainKeys(table);
      const { filled, cells } = table.keyFields;
      const missing = table.missingFields.map((name) =>
        labelOfField(table.entity?.name ?? "", name, language),
      );
      return [
        names.get(table.name) ?? table.name,
        formatShare(filled, cells),
        missing.join(", "),
        keys === undefined ? "" : distinctText(keys.distinct),
        keys === undefined ? "" : distinctText(keys.onlyHere),
        table.lastTouched ?? "",
        adviceText(table, names, language),
      ];
    }),
  };
}

/** What a table's worth is counted in: companies. */
function mainKeys({ keys }: InventoryTable): InventoryKeys | undefined {
  return keys.find(({ kind }) => kind === "company");
}

function adviceText(
  { advice: { verdict, of } }: InventoryTable,
  names: ReadonlyMap<string, string>,
  language: Language,
): string {
  return say(adviceWords[verdict], language, { of: names.get(of ?? "") ?? of ?? "" });
}

/** One row for each two tables, those with most in common first. */
function sharedSection(
  overlaps: readonly InventoryOverlap[],
  tables: readonly InventoryTable[],
  language: Language,
): ReportSection {
  const names = shortNames(tables);
  const pairs = new Map<string, InventoryOverlap[]>();
  for (const each of overlaps) {
    const pair = `${each.left}\n${each.right}`;
    pairs.set(pair, [...(pairs.get(pair) ?? []), each]);
  }
  return {
    title: say("inventoryShared", language),
    columns: [
      { title: say("left", language), align: "left", cut: "start" },
      { title: say("right", language), align: "left", cut: "start" },
      { title: say("shared", language), align: "left" },
    ],
    rows: [...pairs.values()].map((pair) => {
      const [{ left, right } = { left: "", right: "" }] = pair;
      const shared = pair.map((each) => sharedText(each, language)).join(", ");
      return [names.get(left) ?? left, names.get(right) ?? right, shared];
    }),
  };
}

/** `138 credit codes (34.5%)`, in Chinese `信用代码 138 (34.5%)`: of the table that has fewer */
function sharedText(
  { kind, shared, leftDistinct, rightDistinct }: InventoryOverlap,
  language: Language,
): string {
  const fewer = Math.min(leftDistinct, rightDistinct);
  const share = formatShare(Math.min(shared.count, fewer), fewer);
  const what = say(overlapWords[kind], language);
  return say("sharedItem", language, { count: distinctText(shared), what, share });
}

function personalSection(
  personal: readonly PersonalData[],
  tables: readonly InventoryTable[],
  language: Language,
): ReportSection {
  const names = shortNames(tables);
  return {
    title: say("inventoryPersonal", language),
    columns: [
      { title: say("personalClass", language), align: "left" },
      { title: say("cells", language), align: "right" },
      { title: say("where", language), align: "left" },
    ],
    rows: personal.map((each) => [
      say(personalWords[each.class], language),
      formatCount(each.cells),
      each.columns
        .map(({ table, heading }) => `${names.get(table) ?? table}: ${heading}`)
        .join(", "),
    ]),
  };
}

function baseName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}

function unreadSection(unread: readonly UnreadFile[], language: Language): ReportSection {
  return {
    title: say("inventoryNotRead", language),
    columns: [
      { title: say("source", language), align: "left", cut: "start" },
      { title: say("code", language), align: "left", priority: 1 },
      { title: say("reason", language), align: "left" },
    ],
    rows: unread.map(({ path, code, en, zh }) => [path, code, language === "zh" ? zh : en]),
  };
}
