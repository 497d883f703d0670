import type { EntityName } from "../../model/entity.ts";
import type { StoreValue } from "../../model/plan.ts";
import type { SourceKey, SourceTie } from "../store.ts";
import type { Statements } from "./statements.ts";

/** The row of the CRM that a source key went to, or null. */
export function findXref(
  statements: Statements,
  entity: EntityName,
  { system, key }: SourceKey,
): StoreValue {
  const row = statements.get(
    "SELECT pk FROM _goldpan_xref WHERE system = ? AND source_key = ? AND entity = ?",
    system,
    key,
    entity,
  );
  return row?.["pk"] ?? null;
}

/** Ties a source key to a row; returns the tie to another row that it had before. */
export function saveXref(statements: Statements, run: string, tie: SourceTie): SourceTie[] {
  const { entity, source, key } = tie;
  const isNew = statements.run(
    "INSERT INTO _goldpan_xref VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
    source.system,
    source.key,
    entity,
    key,
    run,
  );
  if (isNew > 0) return [];
  const before = findXref(statements, entity, source);
  if (String(before) === String(key)) return [];
  statements.run(
    "UPDATE _goldpan_xref SET pk = ?, run = ? WHERE system = ? AND source_key = ? AND entity = ?",
    key,
    run,
    source.system,
    source.key,
    entity,
  );
  return [{ entity, source, key: before }];
}

/** Takes a tie away, if it still leads to this row. */
export function dropXref(statements: Statements, { entity, source, key }: SourceTie): void {
  statements.run(
    "DELETE FROM _goldpan_xref WHERE system = ? AND source_key = ? AND entity = ? AND pk = ?",
    source.system,
    source.key,
    entity,
    key,
  );
}
