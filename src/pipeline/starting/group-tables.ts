import { exportStem } from "../../mapping/export-name.ts";
import type { MappingDraft } from "../../mapping/mapping-draft.ts";
import { looksLikeName } from "../../normalize/person-name/surname.ts";
import { byCodePoint } from "../../text/code-point.ts";
import { sheetColumn } from "../join-sheets.ts";
import type { FoundTable } from "./find-tables.ts";

/** A mapping to write: its file in `mappings/`, and what it says. */
export interface NamedDraft {
  readonly path: string;
  readonly draft: MappingDraft;
}

/**
 * One mapping for tables that belong together: copies of one file, parts of one export, sheets of
 * one workbook with the same columns. Exports of different days have mappings of their own under
 * one system, so that the newer version of a record wins.
 */
export function groupTables(tables: readonly FoundTable[]): NamedDraft[] {
  const groups = new Map<string, FoundTable[]>();
  const keyByContent = new Map<string, string>();
  for (const table of tables) {
    const content = `${table.sha256}\n${table.sheet ?? ""}`;
    const key = keyByContent.get(content) ?? groupKey(table);
    keyByContent.set(content, key);
    groups.set(key, [...(groups.get(key) ?? []), table]);
  }
  const drafts = [...groups.values()].map(draftOfGroup);
  return nameFiles(ownSystems(drafts));
}

function groupKey({ file, sheet, columns, exportedAt, draft }: FoundTable): string {
  // Sheets stay within their workbook; files without sheets may be parts of one export.
  const place = sheet === null ? `${folderOf(file)}/${exportStem(file)}` : file;
  return [place, draft.system, draft.entity, exportedAt ?? "", ...columns].join("\n");
}

function draftOfGroup(group: readonly FoundTable[]): MappingDraft {
  const [first] = group;
  if (first === undefined) throw new Error("a group has at least one table");
  const { draft, exportedAt } = first;
  const several = group.filter(({ isOneOfMany }) => isOneOfMany);
  const sheets = [...new Set(several.map(({ sheet }) => sheet ?? ""))];
  return {
    ...draft,
    files: [...new Set(group.map(({ file }) => file))],
    fields: [...draft.fields, ...fieldOfSheets(sheets, draft)],
    ...(sheets.length > 0 && { sheets }),
    ...(exportedAt !== undefined && { exportedAt }),
    // A key within each part may stand in two of them.
    rowKey: group.every((each) => each.draft.rowKey.length > 0) ? draft.rowKey : [],
  };
}

const departmentName = /(?:部|区|组|处|中心|大区|事业部)$/;

/** A workbook with a sheet for each salesman or department tells by their names what no column says. */
export function fieldOfSheets(
  sheets: readonly string[],
  { entity, fields }: MappingDraft,
): MappingDraft["fields"] {
  if (sheets.length < 2 || entity !== "customer") return [];
  const field = sheets.every(looksLikeName)
    ? "owner"
    : sheets.every((sheet) => departmentName.test(sheet))
      ? "department"
      : undefined;
  if (field === undefined || fields.some((each) => each.field === field)) return [];
  return [{ field, from: [sheetColumn], comment: "the name of the sheet" }];
}

function folderOf(file: string): string {
  return file.split("/").slice(0, -1).join("/");
}

/**
 * Two tables of one name and entity that are not the same export number their rows apart: the
 * second gets a name of its own. Those of a known system, and older exports of one file, share it
 * on purpose, and so do customers and contacts that name each other by their codes.
 */
function ownSystems(drafts: readonly MappingDraft[]): MappingDraft[] {
  const shapeByName = new Map<string, string>();
  return drafts.map((draft) => {
    if (draft.likeness?.confidence === "high") return draft;
    const shape = shapeOf(draft);
    const nameOf = (system: string): string => `${draft.entity}\n${system}`;
    let system = draft.system;
    for (let n = 2; (shapeByName.get(nameOf(system)) ?? shape) !== shape; n += 1) {
      system = `${draft.system}-${n}`;
    }
    shapeByName.set(nameOf(system), shape);
    return { ...draft, system };
  });
}

function shapeOf({ files, fields }: MappingDraft): string {
  return [folderOf(files[0] ?? ""), ...fields.map(({ field }) => field)].join("\n");
}

function nameFiles(drafts: readonly MappingDraft[]): NamedDraft[] {
  const bases = drafts.map(baseName);
  const used = new Set<string>();
  return drafts.map((draft, at) => {
    const base = bases[at] ?? "";
    const isShared = bases.indexOf(base) !== bases.lastIndexOf(base);
    const dated = isShared && draft.exportedAt !== undefined ? `${base}-${draft.exportedAt}` : base;
    let name = dated;
    for (let n = 2; used.has(name); n += 1) name = `${dated}-${n}`;
    used.add(name);
    return { path: `mappings/${name}.yaml`, draft };
  });
}

/** `crm`; with the sheet where a workbook has several. */
function baseName({ files, sheets = [] }: MappingDraft): string {
  const [file = ""] = files.toSorted(byCodePoint);
  const name = [exportStem(file), ...(sheets.length === 1 ? sheets : [])].join("-");
  return name.replaceAll(/[^\p{L}\p{N}._-]+/gu, "-").replaceAll(/^[-.]+|[-.]+$/g, "") || "mapping";
}
