import Database from "better-sqlite3";

/** Every row of the CRM but goldpan's own tables, one a line, in a fixed order. */
export function logicalDump(path: string): string[] {
  return withDatabase(path, true, (database) => {
    const tables = database
      .prepare<[], { name: string }>(
        String.raw`SELECT name FROM sqlite_master
           WHERE type = 'table' AND name NOT LIKE '\_goldpan%' ESCAPE '\' AND name NOT LIKE 'sqlite%'
           ORDER BY name`,
      )
      .all();
    return tables.flatMap(({ name }) =>
      database
        .prepare<[], unknown[]>(`SELECT * FROM "${name}" ORDER BY id`)
        .raw()
        .all()
        .map((row) => `${name} ${JSON.stringify(row)}`),
    );
  });
}

/** What a colleague does after go-live, as SQL: the level of a customer that nobody owns, by hand. */
export function editOneCustomer(path: string): string {
  return withDatabase(path, false, (database) => {
    const { id } = database
      .prepare<[], { id: number }>("SELECT min(id) AS id FROM customer WHERE owner IS NULL")
      .get() ?? { id: 0 };
    const sql = `UPDATE customer SET level = 'A', purchase_cycle = '每季度' WHERE id = ${id}`;
    database.exec(sql);
    return sql;
  });
}

function withDatabase<Result>(
  path: string,
  readonly: boolean,
  work: (database: Database.Database) => Result,
): Result {
  const database = new Database(path, { readonly });
  try {
    return work(database);
  } finally {
    database.close();
  }
}
