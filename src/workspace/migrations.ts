/**
 * The schema of the workspace, one step a version, never changed once it has shipped. Source rows
 * are immutable and hold their cells as JSON; what is derived from them comes in later steps.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE source_file (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL,
    path TEXT NOT NULL,
    name TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    format TEXT NOT NULL,
    encoding TEXT,
    sheet TEXT,
    columns TEXT NOT NULL,
    header_row INTEGER NOT NULL,
    preamble TEXT NOT NULL,
    mapping TEXT NOT NULL,
    system TEXT NOT NULL,
    exported_at TEXT NOT NULL,
    counts TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES run (id)
  );
  CREATE UNIQUE INDEX source_file_content ON source_file (sha256, ifnull(sheet, ''), mapping);
  CREATE TABLE source_row (
    id INTEGER PRIMARY KEY,
    file INTEGER NOT NULL REFERENCES source_file (id),
    row INTEGER NOT NULL,
    cells TEXT NOT NULL
  );
  CREATE INDEX source_row_file ON source_row (file, row);
  CREATE TABLE quarantined_row (
    file INTEGER NOT NULL REFERENCES source_file (id),
    row INTEGER NOT NULL,
    code TEXT NOT NULL,
    detail TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (file, row)
  ) WITHOUT ROWID;
  CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    step TEXT NOT NULL,
    started_at TEXT NOT NULL,
    summary TEXT NOT NULL
  );
  CREATE TRIGGER source_row_is_immutable BEFORE UPDATE ON source_row
  BEGIN SELECT raise(ABORT, 'source rows are immutable'); END;
  `,
];
