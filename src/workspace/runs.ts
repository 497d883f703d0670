import type { Workspace } from "./open-workspace.ts";

/** A run of a step: when it began and what it says about itself. */
export interface WorkspaceRun {
  readonly id: number;
  readonly step: string;
  readonly startedAt: string;
  readonly summary: Readonly<Record<string, unknown>>;
}

/** Adds a run to the log and returns its number; times stay out of every result. */
export function startRun({ database }: Workspace, step: string, startedAt: string): number {
  const add = database.prepare("INSERT INTO run (step, started_at, summary) VALUES (?, ?, '{}')");
  return Number(add.run(step, startedAt).lastInsertRowid);
}

/** Keeps what a run did: counts, hashes, what the next step asks about. */
export function finishRun(
  { database }: Workspace,
  run: number,
  summary: WorkspaceRun["summary"],
): void {
  database.prepare("UPDATE run SET summary = ? WHERE id = ?").run(JSON.stringify(summary), run);
}

/** Every run, oldest first; of one step when it is named. */
export function listRuns({ reader }: Workspace, step?: string): WorkspaceRun[] {
  const rows = reader
    .prepare<[string | null, string | null], RunRow>(
      "SELECT id, step, started_at, summary FROM run WHERE ? IS NULL OR step = ? ORDER BY id",
    )
    .all(step ?? null, step ?? null);
  return rows.map(({ id, step: name, started_at, summary }) => ({
    id,
    step: name,
    startedAt: started_at,
    // Written by `finishRun`.
    summary: JSON.parse(summary) as WorkspaceRun["summary"],
  }));
}

interface RunRow {
  readonly id: number;
  readonly step: string;
  readonly started_at: string;
  readonly summary: string;
}
