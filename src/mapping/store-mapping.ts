import { z } from "zod";
import { entityNames, type EntityName } from "../model/entity.ts";

/** Where a column of the store gets its value: a field of the model, or a constant. */
export interface ColumnRule {
  readonly from?: string | undefined;
  readonly const?: string | number | undefined;
}

/** The table of an entity, its primary key and its columns. */
export interface TableMapping {
  readonly table: string;
  readonly primary_key: string;
  readonly columns: Readonly<Record<string, ColumnRule>>;
}

/** Which value stays when source and store both have one. */
export type WriteConflict = "source" | "target" | "fill_only";

/** How a reference is found in another table of the store: `owner` by the name of a user. */
export interface Lookup {
  readonly table: string;
  readonly key: string;
  readonly on: string;
}

type PerEntity<T> = Readonly<Partial<Record<EntityName, T>>>;
type PerField<T> = Readonly<Record<string, T>>;

/** A parsed store mapping; the keys are those of the file. */
export interface StoreMapping {
  readonly version: 1;
  readonly tables: PerEntity<TableMapping>;
  /** Ladder of keys by entity: fields whose equality means the same row; the first unique hit counts. */
  readonly match: PerEntity<readonly (readonly string[])[]>;
  readonly write: {
    readonly blank_source: "keep" | "clear";
    /** By field name, `default` for the rest. */
    readonly conflict: PerEntity<PerField<WriteConflict>>;
  };
  readonly enums: PerEntity<PerField<Readonly<Record<string, string | number>>>>;
  readonly lookups: PerEntity<PerField<Lookup>>;
  /** Columns that the store itself changes: left out of comparisons. */
  readonly volatile: PerEntity<readonly string[]>;
  readonly verify: {
    readonly group_by: PerEntity<readonly string[]>;
    readonly sums: PerEntity<readonly string[]>;
  };
}

const name = z.string().min(1);
const perEntity = <T extends z.ZodType>(schema: T) => z.partialRecord(z.enum(entityNames), schema);
const fieldNames = z.union([name.transform((each) => [each]), z.array(name).min(1)]);

const columnRule = z.union([
  name.transform((from): ColumnRule => ({ from })),
  z.strictObject({
    from: name.optional().describe("Field of the model / 来源字段"),
    const: z.union([z.string(), z.number()]).optional().describe("The same for every row / 固定值"),
  }),
]);

const table = z.strictObject({
  table: name.describe("Name in the database / 表名"),
  primary_key: name.default("id").describe("Its primary key / 主键列"),
  columns: z.record(name, columnRule).describe("Column to field / 列与字段"),
});

const lookup = z.strictObject({
  table: name.describe("Table to look in / 查找的表"),
  key: name.default("id").describe("Column whose value is stored / 写入的列"),
  on: name.describe("Column that is compared / 比较的列"),
});

const write = z.strictObject({
  blank_source: z
    .enum(["keep", "clear"])
    .default("keep")
    .describe("What a missing value does to the one in the store / 来源为空时"),
  conflict: perEntity(z.record(name, z.enum(["source", "target", "fill_only"])))
    .default({})
    .describe("Which value wins, by field; `default` for the rest / 冲突时取谁"),
});

const verify = z.strictObject({
  group_by: perEntity(fieldNames).default({}).describe("Counts by these fields / 分组核对"),
  sums: perEntity(fieldNames).default({}).describe("Totals of these fields / 合计核对"),
});

/** `stores/<name>.yaml`: the model to the tables of a CRM database (`contracts.md` 2). */
export const storeMappingSchema: z.ZodType<StoreMapping> = z.strictObject({
  version: z.literal(1),
  tables: perEntity(table).describe("Where each entity lives / 实体与表"),
  match: perEntity(z.array(fieldNames).min(1))
    .default({})
    .describe("Ladder of keys; the first unique hit is the row / 匹配键, 依次尝试"),
  write: write.default({ blank_source: "keep", conflict: {} }),
  enums: perEntity(z.record(name, z.record(name, z.union([z.string(), z.number()]))))
    .default({})
    .describe("Our value to the value of the store, by field / 枚举对照"),
  lookups: perEntity(z.record(name, lookup))
    .default({})
    .describe("How references are found / 引用"),
  volatile: perEntity(z.array(name))
    .default({})
    .describe("Columns the store changes itself / 系统自动变更的列"),
  verify: verify.default({ group_by: {}, sums: {} }),
});
