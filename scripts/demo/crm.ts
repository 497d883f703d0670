import Database from "better-sqlite3";

/** Every row of the CRM but goldpan's own tables, as text in a fixed order. */
export function logicalDump(path: string): string {
  const database = new Database(path, { readonly: true });
  try {
    const tables = database
      .prepare<[], { name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_goldpan%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' ORDER BY name",
      )
      .all();
    const lines = tables.flatMap(({ name }) => [
      name,
      ...database
        .prepare(`SELECT * FROM "${name}" ORDER BY id`)
        .raw()
        .all()
        .map((row) => JSON.stringify(row)),
    ]);
    return lines.join("\n");
  } finally {
    database.close();
  }
}

/** What a colleague does after go-live: changes a phone number. Returns a sentence about it. */
export function editOneCustomer(path: string): string {
  const database = new Database(path);
  try {
    const row = database
      .prepare<[], { id: number; legal_name: string }>(
        "SELECT id, legal_name FROM customer ORDER BY id LIMIT 1",
      )
      .get();
    if (row === undefined) throw new Error("the CRM has no customer to edit");
    database
      .prepare("UPDATE customer SET level = 'A', purchase_cycle = '每季度' WHERE id = ?")
      .run(row.id);
    return `UPDATE customer SET level = 'A', purchase_cycle = '每季度' WHERE id = ${row.id}  -- ${row.legal_name}`;
  } finally {
    database.close();
  }
}
