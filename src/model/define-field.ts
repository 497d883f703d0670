import type { EntityName, EnumValue, Field, FieldTier, FieldType } from "./entity.ts";

interface FieldOptions {
  readonly tier?: FieldTier;
  readonly list?: boolean;
  readonly identifies?: boolean;
  readonly personal?: boolean;
  readonly refersTo?: EntityName;
  readonly values?: readonly EnumValue[];
  readonly aliases?: readonly string[];
}

/**
 * One line of an entity's table of fields.
 * `field("level", "客户级别", "Level", "enum", { tier: "important" })` -> a `Field` with every default filled in
 */
export function field(
  name: string,
  label: readonly [zh: string, en: string],
  type: FieldType,
  options: FieldOptions = {},
): Field {
  const { tier = "nice", list = false, identifies = false, personal = false } = options;
  const { aliases = [], ...rest } = options;
  const [zh, en] = label;
  return { ...rest, name, zh, en, type, tier, list, identifies, personal, aliases };
}

/** `enumValues("A", "B")` or `enumValues(["lead", "线索", "Lead", ["潜在"]])` -> the values of an enum field */
export function enumValues(
  ...values: readonly (readonly [string, string, string, (readonly string[])?])[]
): EnumValue[] {
  return values.map(([value, zh, en, synonyms]) =>
    synonyms === undefined ? { value, zh, en } : { value, zh, en, synonyms },
  );
}

/** The fields that every entity has besides its own. */
export const commonFields: readonly Field[] = [
  field("source_created_at", ["创建时间", "Created"], "datetime", {
    aliases: ["CREATEDDATE", "Created Time", "Create Date", "录入时间", "创建日期", "添加时间"],
  }),
  field("source_updated_at", ["最后修改时间", "Updated"], "datetime", {
    aliases: [
      "修改时间",
      "更新时间",
      "最后更新时间",
      "LASTMODIFIEDDATE",
      "Modified Time",
      "(Do Not Modify) Modified On",
    ],
  }),
  field("tags", ["标签", "Tags"], "text", { list: true, aliases: ["label", "Labels", "客户标签"] }),
  field("note", ["备注", "Note"], "text", {
    personal: true,
    aliases: ["附注", "描述", "Notes", "Description", "DESCRIPTION", "备注信息", "说明"],
  }),
  field("extra", ["其他列", "Other columns"], "json"),
];
