/** The entities of schema 2; a later entity gets its tables in a later step. */
const entities = [
  "user",
  "customer",
  "contact",
  "opportunity",
  "activity",
  "quote",
  "order",
  "task",
] as const;

const recordTables = entities
  .map(
    (entity) => `
  CREATE TABLE record_${entity} (
    id TEXT PRIMARY KEY,
    system TEXT NOT NULL,
    source_row INTEGER NOT NULL,
    exported_at TEXT NOT NULL,
    "values" TEXT NOT NULL,
    extra TEXT NOT NULL
  );
  CREATE TABLE golden_${entity} (
    id TEXT PRIMARY KEY,
    members TEXT NOT NULL,
    review_pending INTEGER NOT NULL
  );`,
  )
  .join("");

/**
 * Records with their values and repairs in short texts (`record-values.ts`). The index is a table of
 * its own, so that it can be built once the rows are there.
 */
const compactRecordTables = entities
  .map(
    (entity) => `
  DROP TABLE record_${entity};
  CREATE TABLE record_${entity} (
    id TEXT NOT NULL,
    system TEXT NOT NULL,
    source_row INTEGER NOT NULL,
    exported_at TEXT NOT NULL,
    "values" TEXT NOT NULL,
    extra TEXT NOT NULL,
    changes TEXT NOT NULL
  );
  CREATE UNIQUE INDEX record_${entity}_id ON record_${entity} (id);`,
  )
  .join("");

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
  `
  ${recordTables}
  CREATE TABLE rejected_row (
    source_row INTEGER NOT NULL,
    entity TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (source_row, entity)
  ) WITHOUT ROWID;
  CREATE TABLE finding (
    id INTEGER PRIMARY KEY,
    step TEXT NOT NULL,
    code TEXT NOT NULL,
    severity TEXT NOT NULL,
    entity TEXT,
    record TEXT,
    field TEXT,
    value TEXT,
    detail TEXT
  );
  CREATE INDEX finding_code ON finding (code, id);
  CREATE TABLE record_change (
    id INTEGER PRIMARY KEY,
    entity TEXT NOT NULL,
    record TEXT NOT NULL,
    field TEXT NOT NULL,
    rule TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL
  );
  CREATE INDEX record_change_record ON record_change (record, id);
  CREATE TABLE matched_pair (
    entity TEXT NOT NULL,
    left_record TEXT NOT NULL,
    right_record TEXT NOT NULL,
    weight_millibits INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    reason TEXT NOT NULL,
    rules TEXT NOT NULL,
    PRIMARY KEY (entity, left_record, right_record)
  ) WITHOUT ROWID;
  CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    left_record TEXT NOT NULL,
    right_record TEXT NOT NULL,
    same INTEGER,
    revokes INTEGER REFERENCES decision (id),
    decided_by TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    CHECK ((same IS NULL) <> (revokes IS NULL))
  );
  CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision
  BEGIN SELECT raise(ABORT, 'decisions are append-only'); END;
  CREATE TRIGGER decision_is_immutable BEFORE UPDATE ON decision
  BEGIN SELECT raise(ABORT, 'decisions are append-only'); END;
  CREATE TABLE cluster_member (
    entity TEXT NOT NULL,
    record TEXT NOT NULL,
    cluster TEXT NOT NULL,
    review_pending INTEGER NOT NULL,
    PRIMARY KEY (entity, record)
  ) WITHOUT ROWID;
  CREATE INDEX cluster_member_cluster ON cluster_member (entity, cluster, record);
  CREATE TABLE golden_value (
    entity TEXT NOT NULL,
    golden TEXT NOT NULL,
    field TEXT NOT NULL,
    items TEXT NOT NULL,
    provenance TEXT NOT NULL,
    PRIMARY KEY (entity, golden, field)
  ) WITHOUT ROWID;
  CREATE TABLE golden_event (
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES run (id),
    entity TEXT NOT NULL,
    golden TEXT NOT NULL,
    kind TEXT NOT NULL,
    other TEXT NOT NULL
  );
  CREATE TABLE xref (
    system TEXT NOT NULL,
    source_key TEXT NOT NULL,
    entity TEXT NOT NULL,
    store TEXT NOT NULL,
    store_key TEXT NOT NULL,
    PRIMARY KEY (system, source_key, entity, store)
  ) WITHOUT ROWID;
  CREATE TABLE score_history (
    period TEXT NOT NULL,
    subject TEXT NOT NULL,
    model TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES run (id),
    scorecard TEXT NOT NULL,
    PRIMARY KEY (period, subject, model)
  ) WITHOUT ROWID;
  CREATE TABLE packed_column (
    entity TEXT NOT NULL,
    name TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (entity, name)
  );
  CREATE TRIGGER source_row_is_kept BEFORE DELETE ON source_row
  BEGIN SELECT raise(ABORT, 'source rows are kept'); END;
  `,
  `
  ALTER TABLE decision ADD COLUMN entity TEXT NOT NULL DEFAULT 'customer';
  ALTER TABLE decision ADD COLUMN reason TEXT NOT NULL DEFAULT '';
  ALTER TABLE cluster_member ADD COLUMN golden TEXT NOT NULL DEFAULT '';
  `,
  `
  CREATE TABLE further_source_row (
    entity TEXT NOT NULL,
    record TEXT NOT NULL,
    source_row INTEGER NOT NULL,
    part TEXT NOT NULL,
    PRIMARY KEY (entity, record, source_row)
  ) WITHOUT ROWID;
  `,
  `
  ${compactRecordTables}
  DROP TABLE record_change;
  `,
  `
  CREATE TABLE golden_relation (
    entity TEXT NOT NULL,
    left_golden TEXT NOT NULL,
    right_golden TEXT NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (entity, left_golden, right_golden)
  ) WITHOUT ROWID;
  CREATE INDEX golden_relation_right ON golden_relation (entity, right_golden);
  `,
  "CREATE TABLE match_model (entity TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID",
  `
  CREATE TABLE frozen_statistics (
    entity TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES run (id),
    reason TEXT NOT NULL,
    records INTEGER NOT NULL,
    basis TEXT NOT NULL,
    marks BLOB NOT NULL,
    PRIMARY KEY (entity, run)
  );
  CREATE TABLE former_member (
    entity TEXT NOT NULL,
    record TEXT NOT NULL,
    golden TEXT NOT NULL,
    until_run INTEGER NOT NULL,
    PRIMARY KEY (entity, record, until_run)
  ) WITHOUT ROWID;
  `,
  `
  CREATE TABLE identity_hash (
    file INTEGER NOT NULL REFERENCES source_file (id), row INTEGER NOT NULL, "column" INTEGER NOT NULL, hash BLOB NOT NULL
  );
  CREATE INDEX identity_hash_hash ON identity_hash (hash);
  `,
  "ALTER TABLE source_file ADD COLUMN replaced_in INTEGER REFERENCES run (id)",
  "-- Records hold repairs and parsed names in a shorter form; this goldpan reads both, older ones do not.",
];
