import { z } from "zod";
import { entityNames } from "./entity.ts";
import {
  adviceVerdicts,
  keyKinds,
  patternClasses,
  personalClasses,
  suspicionKinds,
  type Inventory,
} from "./inventory.ts";

const count = z.int().min(0);
const confidence = z.enum(["high", "medium", "low"]);
const entity = z.enum(entityNames);

const distinct = z
  .strictObject({ count, exact: z.boolean() })
  .describe("How many different values; an estimate within about 2 percent when not exact");

const column = z.strictObject({
  heading: z.string(),
  entity: entity.nullable(),
  field: z.string().nullable().describe("Field of the model that it probably is"),
  filled: count.describe("Cells with a value; marks for nothing are none"),
  distinct,
  longest: count.describe("Letters of the longest value"),
  patterns: z.partialRecord(z.enum(patternClasses), count),
  suspicious: z.array(z.strictObject({ kind: z.enum(suspicionKinds), count, example: z.string() })),
  personal: z.partialRecord(z.enum(personalClasses), count),
  dates: z.strictObject({ first: z.string(), last: z.string() }).nullable(),
  examples: z.array(z.string()).describe("Masked unless `--show-values` was given"),
});

const advice = z.strictObject({
  verdict: z.enum(adviceVerdicts),
  reason: z.enum([
    "customers",
    "contacts",
    "belongs-to-customers",
    "staff",
    "registry",
    "same-rows",
    "same-file",
    "entity-unknown",
  ]),
  of: z.string().nullable().describe("For a copy: the table whose rows these are"),
});

const reason = z.array(z.string()).describe("Headings that tell");

const table = z.strictObject({
  name: z.string().describe("`path` or `path#sheet`"),
  path: z.string(),
  sheet: z.string().nullable(),
  format: z.string(),
  encoding: z.string().nullable(),
  headerRow: count.describe("As Excel counts; 0 when there is none"),
  preamble: z.array(z.string()),
  rows: count,
  quarantined: count,
  nonData: z.strictObject({
    title: count,
    header: count,
    footer: count,
    sample: count,
    blank: count,
  }),
  distinctRows: distinct,
  system: z.strictObject({ name: z.string(), confidence, reason }).nullable(),
  entity: z.strictObject({ name: entity, confidence, reason }).nullable(),
  keyFields: z.strictObject({ filled: count, cells: count }),
  missingFields: z.array(z.string()),
  lastTouched: z.string().nullable(),
  keys: z.array(z.strictObject({ kind: z.enum(keyKinds), distinct, onlyHere: distinct })),
  advice,
  columns: z.array(column),
});

const finding = z.strictObject({
  code: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  entity: z.string().exactOptional(),
  record: z.string().exactOptional(),
  field: z.string().exactOptional(),
  value: z.string().exactOptional(),
  detail: z.string().exactOptional(),
});

const file = z.strictObject({
  path: z.string(),
  bytes: count,
  sha256: z.string(),
  format: z.string(),
  encoding: z.string().nullable(),
  misnamed: z.boolean().describe("The name promises another format than the content has"),
  tables: count,
  findings: z.array(finding),
});

const overlap = z.strictObject({
  left: z.string(),
  right: z.string(),
  kind: z.enum(["rows", ...keyKinds]),
  shared: distinct,
  leftDistinct: count,
  rightDistinct: count,
});

const personal = z.strictObject({
  class: z.enum(personalClasses),
  cells: count,
  columns: z.array(z.strictObject({ table: z.string(), heading: z.string(), cells: count })),
});

const fields = {
  files: z.array(file),
  unread: z.array(
    z.strictObject({ path: z.string(), code: z.string(), en: z.string(), zh: z.string() }),
  ),
  skipped: z.array(z.string()),
  tables: z.array(table),
  overlaps: z.array(overlap),
  personal: z.array(personal),
  totals: z.strictObject({ rows: count, columns: count, companies: distinct, phones: distinct }),
};

/** `goldpan inspect --format json`, as `docs/reference/inventory.schema.json` publishes it. */
export const inventorySchema: z.ZodType<Inventory & { readonly format: "goldpan.inventory/1" }> =
  z.strictObject({ format: z.literal("goldpan.inventory/1"), ...fields });
