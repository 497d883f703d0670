import type { Workspace } from "./open-workspace.ts";
import { firstDisplaySql, firstKeySql } from "./record-values.ts";

interface LastActivity {
  readonly id: string;
  readonly at: string;
}

const ofRecords = (field: string): string =>
  `SELECT ${firstKeySql('"values"', field)} AS id, max(${firstDisplaySql('"values"', "at")}) AS at
   FROM record_activity WHERE id <> '' GROUP BY 1 HAVING at IS NOT NULL`;

const ofGoldens = `SELECT json_extract(who.items, '$[0]') AS id, max(json_extract(time.items, '$[0]')) AS at
  FROM golden_value who
  JOIN golden_value time ON time.entity = 'activity' AND time.golden = who.golden AND time.field = 'at'
  WHERE who.entity = 'activity' AND who.field = ? GROUP BY 1 HAVING at IS NOT NULL`;

/** When somebody last dealt with each customer or contact, by record id or by golden id. */
export function listLastActivities(
  { reader }: Workspace,
  field: "customer" | "contact",
  on: "records" | "golden",
): ReadonlyMap<string, string> {
  const rows =
    on === "records"
      ? reader.prepare<[], LastActivity>(ofRecords(field)).all()
      : reader.prepare<[string], LastActivity>(ofGoldens).all(field);
  return new Map(rows.map(({ id, at }) => [id, at]));
}
