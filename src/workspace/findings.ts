import type { Finding, Severity } from "../model/finding.ts";
import type { Workspace } from "./open-workspace.ts";
import { replaceRows, type Rows } from "./replace-rows.ts";

interface FindingRow {
  readonly code: string;
  readonly severity: Severity;
  readonly entity: string | null;
  readonly record: string | null;
  readonly field: string | null;
  readonly value: string | null;
  readonly detail: string | null;
}

/** Replaces what one step found ("normalize", "score:2026-10" ...); returns how many there are. */
export async function replaceFindings(
  workspace: Workspace,
  step: string,
  findings: Rows<Finding>,
): Promise<number> {
  return await replaceRows(workspace, {
    clear: "DELETE FROM finding WHERE step = ?",
    scope: [step],
    insert: `INSERT INTO finding (step, code, severity, entity, record, field, value, detail)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    rows: findings,
    values: ({ code, severity, entity, record, field, value, detail }) => [
      step,
      code,
      severity,
      ...[entity, record, field, value, detail].map((each) => each ?? null),
    ],
  });
}

/** Findings by code and in the order found; `prefix` "C" or "I101" narrows them down. */
export function* iterateFindings({ reader }: Workspace, prefix = ""): Generator<Finding> {
  const select = reader.prepare<[string, string], FindingRow>(
    `SELECT code, severity, entity, record, field, value, detail FROM finding
     WHERE code >= ? AND code < ? || char(0x10ffff) ORDER BY code, id`,
  );
  for (const row of select.iterate(prefix, prefix)) yield readFinding(row);
}

/**
 * The register of problems: findings of every step, and the rows that were set aside at import
 * under `file:row`. In no particular order; `prefix` "N" or "I101" narrows them down.
 */
export function* iterateRegister({ reader }: Workspace, prefix = ""): Generator<Finding> {
  const select = reader.prepare<[{ prefix: string }], FindingRow>(
    `SELECT code, severity, entity, record, field, value, detail FROM finding
     WHERE code >= @prefix AND code < @prefix || char(0x10ffff)
     UNION ALL
     SELECT code, 'error', NULL, name || ':' || row, NULL, text, detail
     FROM quarantined_row JOIN source_file ON source_file.id = quarantined_row.file
     WHERE code >= @prefix AND code < @prefix || char(0x10ffff)`,
  );
  for (const row of select.iterate({ prefix })) yield readFinding(row);
}

/** How many findings each code has, sorted by code. */
export function countFindings({ reader }: Workspace): { code: string; count: number }[] {
  return reader
    .prepare<[], { code: string; count: number }>(
      "SELECT code, count(*) AS count FROM finding GROUP BY code ORDER BY code",
    )
    .all();
}

function readFinding({ code, severity, ...optional }: FindingRow): Finding {
  const present = Object.entries(optional).filter(([, value]) => value !== null);
  return { code, severity, ...Object.fromEntries(present) };
}
