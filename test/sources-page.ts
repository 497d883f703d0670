import type { Evidence, SourceProfile } from "../src/importers/source-profile.ts";
import { columnsOfRule } from "../src/importers/source-profile.ts";
import { sourceProfiles } from "../src/importers/source-profiles.ts";

const evidences: Readonly<Record<Evidence, string>> = {
  sample: "a file was seen / 见过实际文件",
  code: "the program that writes it / 依据写出它的程序",
  documentation: "the maker's documentation / 依据厂商文档",
  inferred: "alias profile, not seen / 别名推断, 未见文件",
};

/** `docs/reference/sources.md`, made from the profiles so that it cannot differ from them. */
export function sourcesPage(): string {
  return [
    "# Sources",
    "",
    "Made from `src/importers/*/*/profile.ts` by `node scripts/make-reference.ts`. A table is recognised by its headings, in any order, with columns missing or added;",
    "columns without a field are kept with the record. Tables of no known system are read all the same: their columns are suggested by heading and values.",
    "",
    "| source | 名称 | a row is | known by |",
    "| --- | --- | --- | --- |",
    ...sourceProfiles.map(
      ({ system, title, entity, evidence }) =>
        `| [\`${system}\`](#${system}) | ${title[0]} | ${entity} | ${evidences[evidence]} |`,
    ),
    "",
    ...sourceProfiles.flatMap(section),
  ].join("\n");
}

function section(profile: SourceProfile): string[] {
  const { system, title, entity, fields, beside, rest } = profile;
  const rows = [
    ...Object.entries(fields).map(([field, rule]) => [`${entity}.${field}`, rule] as const),
    ...(beside ?? []).flatMap((each) =>
      Object.entries(each.fields).map(
        ([field, rule]) => [`${each.entity}.${field}`, rule] as const,
      ),
    ),
  ];
  const used = new Set(rows.flatMap(([, rule]) => columnsOfRule(rule)));
  const kept = [...new Set(profile.headings.flat())].filter((heading) => !used.has(heading));
  return [
    `## ${system}`,
    "",
    `${title[0]} · ${title[1]}`,
    "",
    "| field | columns |",
    "| --- | --- |",
    ...rows.map(([field, rule]) => `| ${field} | ${cell(columnsOfRule(rule))} |`),
    ...(rest === undefined ? [] : [`| ${entity}.${rest} | every other column |`]),
    ...(kept.length === 0 ? [] : [`| kept with the record | ${cell(kept)} |`]),
    "",
  ];
}

/** Headings as code; a bar inside one would end the cell, none at all is a fixed value. */
function cell(columns: readonly string[]): string {
  if (columns.length === 0) return "(the same for every row)";
  return columns.map((column) => `\`${column.replaceAll("|", "\\|")}\``).join(", ");
}
