import { z } from "zod";
import { entityNames, type EntityName } from "../model/entity.ts";
import { normalizerNames, type NormalizerName } from "../model/normalizer.ts";

/** Where a field gets its value. The short form `legal_name: 客户名称` is spelled out. */
export interface FieldRule {
  /** Several columns: all values of a list, joined by `join`, else the first that is not blank. */
  readonly from: readonly string[];
  readonly const?: string | undefined;
  readonly values?: Readonly<Record<string, string>> | undefined;
  readonly transform?: readonly NormalizerName[] | undefined;
  readonly required: boolean;
  readonly on_invalid: "reject" | "set_null" | "keep";
  readonly join?: string | undefined;
}

/** What one row is, or one of the things it holds: a customer, and the contact beside it. */
export interface EntityMapping {
  readonly entity: EntityName;
  readonly row_key?: readonly string[] | undefined;
  readonly fields: Readonly<Record<string, FieldRule>>;
}

/** One example that travels with a mapping: a row, and the records it must become. */
export interface MappingTest {
  readonly name: string;
  readonly row: Readonly<Record<string, string>>;
  readonly records: readonly {
    readonly entity: EntityName;
    readonly values: Readonly<Record<string, readonly string[]>>;
    readonly reject?: string | undefined;
  }[];
}

/** A parsed source mapping; the keys are those of the file. */
export interface SourceMapping extends EntityMapping {
  readonly version: 1;
  readonly name?: string | undefined;
  readonly suggested: boolean;
  readonly source: {
    readonly files: readonly string[];
    /** Names, or patterns with `*`; the first sheet with data by default. */
    readonly sheet?: readonly string[] | undefined;
    readonly header: number | "auto";
    readonly system: string;
    readonly exported_at?: string | undefined;
  };
  readonly children: readonly EntityMapping[];
  readonly unmapped_columns: "error" | "warn" | "store: extra";
  readonly rejects?:
    | { readonly max: number | string; readonly file?: string | undefined }
    | undefined;
  readonly archive?:
    | { readonly inactive_months: number; readonly to?: string | undefined }
    | undefined;
  readonly tests: readonly MappingTest[];
}

const name = z.string().min(1);
const names = z.union([name.transform((each) => [each]), z.array(name).min(1)]);

const ruleKeys = z.strictObject({
  from: names.default([]).describe("Column or columns the value comes from / 来源列"),
  const: z.string().optional().describe("The same value for every row / 固定值"),
  values: z.record(name, z.string()).optional().describe("Source value to our value / 取值对照"),
  transform: z
    .array(z.enum(normalizerNames))
    .optional()
    .describe("Normalizers instead of the one of the field's type / 指定规范化规则"),
  required: z.boolean().default(false).describe("A row without it is rejected / 必填"),
  on_invalid: z
    .enum(["reject", "set_null", "keep"])
    .default("keep")
    .describe("What happens to a value that cannot be read / 无法识别的值如何处理"),
  join: z
    .string()
    .optional()
    .describe("Text between the columns when joined to one value / 连接符"),
});

/** The keys that the long form of a field rule may have. */
export const fieldRuleKeys: readonly string[] = Object.keys(ruleKeys.shape);

const fieldRule = z.union([names.transform((from) => ruleKeys.parse({ from })), ruleKeys]);

const fields = z
  .record(name, fieldRule)
  .describe("Field of the model to the column it comes from / 字段与来源列");

const child = z.strictObject({
  entity: z.enum(entityNames).describe("What else a row holds, e.g. contact / 子记录的实体"),
  row_key: names.optional().describe("Columns that identify the child / 子记录的主键列"),
  fields,
});

const testRecord = z.strictObject({
  entity: z.enum(entityNames),
  values: z.record(name, names).default({}).describe("Raw values by field / 期望的字段值"),
  reject: z.string().optional().describe("Why the record is to be rejected / 期望的拒绝原因"),
});

const testCase = z.strictObject({
  name,
  row: z.record(name, z.string()).describe("Cells by column / 输入的一行"),
  records: z.array(testRecord).describe("Records that come out, in order / 期望的记录"),
});

const source = z.strictObject({
  files: z.array(name).min(1).describe("Globs from the project folder / 文件"),
  sheet: names
    .optional()
    .describe(
      "Sheet or sheets of the workbook, * for any, the first with data by default / 工作表",
    ),
  header: z
    .union([z.literal("auto"), z.int().min(0)])
    .default("auto")
    .describe("Row of the heading, 0 for none / 表头所在行"),
  system: name
    .regex(/^[^:\s]+$/)
    .describe("Name of the source system, first part of every record id / 来源系统"),
  exported_at: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}/)
    .optional()
    .describe("When it was exported; the newer version of a record wins / 导出时间"),
});

/** `mappings/<source>.yaml`: the columns of a source to the fields of the model (`contracts.md` 2). */
export const sourceMappingSchema: z.ZodType<SourceMapping> = z.strictObject({
  version: z.literal(1),
  name: name.optional().describe("For people / 名称"),
  suggested: z
    .boolean()
    .default(false)
    .describe("Proposed, not yet reviewed by a person / 尚未审核"),
  source,
  entity: z.enum(entityNames).describe("What a row is / 每行的实体"),
  row_key: names
    .optional()
    .describe("Columns that identify a row; its content by default / 主键列"),
  fields,
  children: z.array(child).default([]).describe("Further records in the same row / 子记录"),
  unmapped_columns: z
    .enum(["error", "warn", "store: extra"])
    .default("error")
    .describe("What happens to columns nobody mapped / 未映射的列"),
  rejects: z
    .strictObject({
      max: z.union([z.int().min(0), z.string().regex(/^\d+(\.\d+)?%$/)]).default(0),
      file: name.optional(),
    })
    .optional()
    .describe("How many rows may be rejected, and where they go / 拒绝行"),
  archive: z
    .strictObject({ inactive_months: z.int().min(1), to: name.optional() })
    .optional()
    .describe("Records that are set aside instead of loaded / 归档"),
  tests: z.array(testCase).default([]).describe("Rows in, records out / 用例"),
});
