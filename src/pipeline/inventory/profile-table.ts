import type { Model } from "../../model/entity.ts";
import {
  keyKinds,
  type InventoryColumn,
  type InventoryTable,
  type KeyKind,
} from "../../model/inventory.ts";
import type { SourceFile, SourceTable } from "../../model/source.ts";
import { cleanHeading } from "../../importers/clean-heading.ts";
import { hashSpace, textHash } from "../../text/text-hash.ts";
import { sampleTable } from "../sample-table.ts";
import { ColumnProfiler } from "./column-profile.ts";
import { rolesOf, type ColumnRole, type TableRoles } from "./column-roles.ts";
import { describeColumn } from "./describe-column.ts";
import { countOf, DistinctSketch, type Distinct } from "./distinct-sketch.ts";
import { keyKindOf, keysIn } from "./join-keys.ts";

/** What is known of a table alone; overlaps and advice need the others. */
export interface ProfiledTable {
  readonly table: Omit<InventoryTable, "keys" | "advice">;
  readonly sha256: string;
  readonly rows: Distinct;
  readonly keys: ReadonlyMap<KeyKind, Distinct>;
}

/** Exact up to here, for rows and for keys: 1 MB of hashes each. */
const exactlyDistinct = 131_072;

interface Worker {
  readonly roles: TableRoles;
  readonly profilers: readonly ColumnProfiler[];
  readonly kinds: readonly (KeyKind | undefined)[];
  readonly rows: DistinctSketch;
  readonly keys: ReadonlyMap<KeyKind, DistinctSketch>;
}

/** Reads a table once and says what is in it, in memory that does not grow with its rows. */
export async function profileTable(
  source: SourceTable,
  file: SourceFile,
  model: Model,
  tell: (rows: number) => void,
): Promise<ProfiledTable> {
  const { samples, batches } = await sampleTable(source);
  const roles = rolesOf(source.columns, samples, model);
  const worker = startWork(source.columns, roles);
  let done = 0;
  for await (const { rows } of batches()) {
    for (const { cells } of rows) addRow(cells, worker);
    done += rows.length;
    tell(done);
  }
  return finish(source, file, model, worker);
}

function startWork(columns: readonly string[], roles: TableRoles): Worker {
  const kinds = roles.columns.map((role) => keyKindOf(role?.entity ?? null, role?.field));
  const found = keyKinds.filter((kind) => kinds.includes(kind));
  return {
    roles,
    kinds,
    // Rows of two files are equal when the same fields hold the same texts, in whatever order.
    profilers: columns.map((column, at) => new ColumnProfiler(seedOf(column, roles.columns[at]))),
    rows: new DistinctSketch(exactlyDistinct),
    keys: new Map(found.map((kind) => [kind, new DistinctSketch(exactlyDistinct)])),
  };
}

function seedOf(column: string, role: ColumnRole | null | undefined): number {
  const name = role === null || role === undefined ? cleanHeading(column) : role.field.name;
  return textHash(name) % 0x100000000;
}

function addRow(cells: readonly string[], { profilers, kinds, rows, keys }: Worker): void {
  let row = 0;
  for (const [at, profiler] of profilers.entries()) {
    const cell = cells[at] ?? "";
    row = (row + profiler.add(cell)) % hashSpace;
    const kind = kinds[at];
    const sketch = kind === undefined ? undefined : keys.get(kind);
    if (kind === undefined || sketch === undefined) continue;
    for (const key of keysIn(cell, kind)) sketch.add(textHash(key));
  }
  rows.add(row);
}

function finish(
  source: SourceTable,
  file: SourceFile,
  model: Model,
  { roles, profilers, rows, keys }: Worker,
): ProfiledTable {
  const { sheet, headerRow, preamble } = source;
  const { data, quarantined, nonData } = source.counts();
  const columns = source.columns.map((heading, at) =>
    describeColumn(heading, roles.columns[at] ?? null, profilers[at] ?? new ColumnProfiler()),
  );
  const distinctRows = rows.distinct();
  const keyFields = keyFieldsOf(roles, model);
  const table = {
    name: sheet === null ? file.path : `${file.path}#${sheet}`,
    path: file.path,
    sheet,
    format: file.format,
    encoding: file.encoding,
    headerRow,
    preamble,
    rows: data,
    quarantined,
    nonData,
    distinctRows: countOf(distinctRows),
    system: roles.system,
    entity: roles.entity,
    keyFields: filledKeyFields(columns, roles, keyFields, data),
    missingFields: keyFields.filter((name) => !roles.fields.has(name)),
    lastTouched: lastTouched(columns, roles),
    columns,
  };
  const distinctKeys = new Map([...keys].map(([kind, sketch]) => [kind, sketch.distinct()]));
  return { table, sha256: file.sha256, rows: distinctRows, keys: distinctKeys };
}

/** The fields that weigh most for the entity, and that a table of it can be expected to have. */
function keyFieldsOf({ entity }: TableRoles, model: Model): string[] {
  if (entity === null) return [];
  const { fields } = model.entities[entity.name];
  return fields.filter(({ tier }) => tier === "key").map(({ name }) => name);
}

function filledKeyFields(
  columns: readonly InventoryColumn[],
  { fields }: TableRoles,
  keyFields: readonly string[],
  rows: number,
): InventoryTable["keyFields"] {
  const filled = keyFields.map((name) => {
    const from = fields.get(name) ?? [];
    const cells = columns.filter(({ heading }) => from.includes(heading));
    return Math.max(0, ...cells.map((column) => column.filled));
  });
  return { filled: filled.reduce((sum, each) => sum + each, 0), cells: keyFields.length * rows };
}

const touchFields = ["last_activity_at", "source_updated_at", "at", "stage_changed_at"];

function lastTouched(columns: readonly InventoryColumn[], roles: TableRoles): string | null {
  const days = columns.flatMap(({ field, dates }) =>
    field !== null && touchFields.includes(field) && dates !== null ? [dates.last] : [],
  );
  return roles.entity === null ? null : (days.toSorted().at(-1) ?? null);
}
