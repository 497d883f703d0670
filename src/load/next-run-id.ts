import type { JournalRun } from "../stores/journal.ts";

/** `nextRunId("2026-11-24", runs)` -> `"2026-11-24-2"` when that day has one run already */
export function nextRunId(day: string, runs: readonly Pick<JournalRun, "id">[]): string {
  const numbers = runs
    .filter(({ id }) => id.startsWith(`${day}-`))
    .map(({ id }) => Number(id.slice(day.length + 1)));
  return `${day}-${Math.max(0, ...numbers) + 1}`;
}
