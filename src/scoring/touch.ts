import type { ScorableRecord } from "../model/scorecard.ts";
import { valuesOf, type ScoringContext } from "./check.ts";
import { dayNumber } from "./day-number.ts";
import { enumValue } from "./enum-value.ts";

/** The last time somebody dealt with a record, as written and in days before today. */
export interface Touch {
  readonly field: string;
  readonly value: string;
  readonly daysAgo: number;
}

const fields = ["last_activity_at", "source_updated_at", "source_created_at"];

/** The last activity, else the last change, else the creation; undefined when no date is known. */
export function lastTouch(record: ScorableRecord, context: ScoringContext): Touch | undefined {
  for (const field of fields) {
    const [value = ""] = valuesOf(record, field);
    const day = dayNumber(value);
    if (day !== undefined) return { field, value, daysAgo: context.today - day };
  }
  return undefined;
}

const restingStatus: ReadonlySet<string> = new Set(["pool", "archived", "invalid"]);
const closedStage: ReadonlySet<string> = new Set(["won", "lost"]);

/** Nobody is expected to touch it: a customer in the pool, archived, invalid or lost; a closed deal. */
export function isAtRest(record: ScorableRecord, context: ScoringContext): boolean {
  return (
    restingStatus.has(enumValue(record, "status", context)) ||
    enumValue(record, "cooperation_stage", context) === "lost" ||
    closedStage.has(enumValue(record, "stage", context))
  );
}
