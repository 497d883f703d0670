import type { EntityName } from "../model/entity.ts";
import type { EntityEventKind, GoldenRecord, GoldenValue } from "../model/golden.ts";
import { byCodePoint } from "../text/code-point.ts";
import type { Workspace } from "./open-workspace.ts";
import type { Rows } from "./replace-rows.ts";
import { inTransaction } from "./transaction.ts";

/** One column of one golden record; its columns are null when the golden record has no value. */
interface JoinedRow {
  readonly id: string;
  readonly members: string;
  readonly review_pending: number;
  readonly field: string | null;
  readonly items: string | null;
  readonly provenance: string | null;
}

/** What happened to a golden id in a run; `other` is the id it came from or went to, or "". */
export interface GoldenEvent {
  readonly golden: string;
  readonly kind: EntityEventKind;
  readonly other: string;
}

const select = (entity: EntityName, where: string): string =>
  `SELECT g.id, g.members, g.review_pending, v.field, v.items, v.provenance
   FROM golden_${entity} g LEFT JOIN golden_value v ON v.entity = '${entity}' AND v.golden = g.id
   ${where} ORDER BY g.id, v.field`;

/**
 * Replaces the golden records of an entity and their values; returns how many there are. Records
 * in the order of their ids are written several times faster.
 */
export async function replaceGoldens(
  workspace: Workspace,
  entity: EntityName,
  goldens: Rows<GoldenRecord>,
): Promise<number> {
  return await inTransaction(workspace, async () => {
    const { database } = workspace;
    database.exec(`DELETE FROM golden_${entity}`);
    database.prepare("DELETE FROM golden_value WHERE entity = ?").run(entity);
    const write = goldenWriter(workspace, entity);
    let count = 0;
    for await (const golden of goldens) {
      write(golden);
      count += 1;
    }
    return count;
  });
}

function goldenWriter({ database }: Workspace, entity: EntityName): (golden: GoldenRecord) => void {
  const addRecord = database.prepare(
    `INSERT INTO golden_${entity} (id, members, review_pending) VALUES (?, ?, ?)`,
  );
  const addValue = database.prepare(
    "INSERT INTO golden_value (entity, golden, field, items, provenance) VALUES (?, ?, ?, ?, ?)",
  );
  return ({ id, members, reviewPending, values }) => {
    addRecord.run(id, JSON.stringify(members), Number(reviewPending));
    const sorted = Object.entries(values).sort(([a], [b]) => byCodePoint(a, b));
    for (const [field, { items, provenance }] of sorted) {
      addValue.run(entity, id, field, JSON.stringify(items), JSON.stringify(provenance));
    }
  };
}

/** The golden records of an entity by id (code point order), values sorted by field. */
export function* iterateGoldens(
  { reader }: Workspace,
  entity: EntityName,
): Generator<GoldenRecord> {
  let rows: JoinedRow[] = [];
  for (const row of reader.prepare<[], JoinedRow>(select(entity, "")).iterate()) {
    if (rows[0] !== undefined && rows[0].id !== row.id) {
      yield* readGolden(entity, rows);
      rows = [];
    }
    rows.push(row);
  }
  yield* readGolden(entity, rows);
}

/** Looks up golden records: `findGolden(workspace, "customer")("g-1f")` -> the record, or undefined. */
export function findGolden(
  { reader }: Workspace,
  entity: EntityName,
): (id: string) => GoldenRecord | undefined {
  const one = reader.prepare<[string], JoinedRow>(select(entity, "WHERE g.id = ?"));
  return (id) => readGolden(entity, one.all(id))[0];
}

/** How many golden records an entity has, counted in the file. */
export function countGoldens({ reader }: Workspace, entity: EntityName): number {
  return Number(reader.prepare(`SELECT count(*) FROM golden_${entity}`).pluck().get());
}

/** The rows of one golden record as that record; nothing for no rows. */
function readGolden(entity: EntityName, rows: readonly JoinedRow[]): GoldenRecord[] {
  const [first] = rows;
  if (first === undefined) return [];
  const values: Record<string, GoldenValue> = {};
  for (const { field, items, provenance } of rows) {
    if (field === null || items === null || provenance === null) continue;
    // Both texts were written by `goldenWriter`.
    values[field] = {
      items: JSON.parse(items) as string[],
      provenance: JSON.parse(provenance) as GoldenValue["provenance"],
    };
  }
  // Likewise.
  const members = JSON.parse(first.members) as string[];
  return [{ id: first.id, entity, members, reviewPending: first.review_pending === 1, values }];
}

/** Logs what happened to the golden ids of an entity in a run; the log only grows. */
export function addGoldenEvents(
  { database }: Workspace,
  run: number,
  entity: EntityName,
  events: Iterable<GoldenEvent>,
): void {
  const add = database.prepare(
    "INSERT INTO golden_event (run, entity, golden, kind, other) VALUES (?, ?, ?, ?, ?)",
  );
  database.transaction(() => {
    for (const { golden, kind, other } of events) add.run(run, entity, golden, kind, other);
  })();
}

/** Whether anything ever happened to golden ids of an entity: false before its first `dedupe`. */
export function hasGoldenEvents({ reader }: Workspace, entity: EntityName): boolean {
  const first = reader.prepare("SELECT 1 FROM golden_event WHERE entity = ? LIMIT 1");
  return first.get(entity) !== undefined;
}

/** The events of a run by entity, in the order they were logged. */
export function listGoldenEvents(
  { reader }: Workspace,
  run: number,
): (GoldenEvent & { readonly entity: EntityName })[] {
  return reader
    .prepare<[number], GoldenEvent & { readonly entity: EntityName }>(
      "SELECT entity, golden, kind, other FROM golden_event WHERE run = ? ORDER BY id",
    )
    .all(run);
}
