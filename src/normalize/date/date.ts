import type { Finding } from "../../model/finding.ts";
import type { Normalized, Normalizer, NormalizeOptions } from "../../model/normalizer.ts";
import { missingValue } from "../missing-value.ts";
import { outcomeOf, type ReadItem } from "../outcome.ts";
import { observeBy } from "../column-vote.ts";
import { type DateContext, orderVote } from "./column-order.ts";
import { isProgramDate, readDate } from "./read-date.ts";

const interval =
  /^(.{6,}?)\s*(?:[~～至]|--|—+|\s-\s|(?<=[日月号]|\d[./]\d{1,2})-(?=\d{4}[./年])|(?<=^\d{4}-\d\d(?:-\d\d)?)\/)\s*(.{4,})$/;

/**
 * Dates and times, with the precision that was given. `"2024年3月5日"` -> "2024-03-05",
 * `"2024/3"` -> "2024-03". Order of day and month and two-digit years are decided over the column.
 * A text that says no date stays as written, has no item and a finding.
 */
export const date: Normalizer<DateContext> = {
  name: "date",
  vote: orderVote,
  observe: observeBy(orderVote),
  normalize: (raw, context, options) =>
    (isProgramDate(raw) ? readOne(raw, context, options) : undefined) ??
    missingValue(raw, options) ??
    readInterval(raw, context, options) ??
    readOne(raw, context, options),
};

const noFindings: readonly Finding[] = [];

function readOne(raw: string, context: DateContext, options: NormalizeOptions): Normalized {
  const { iso, code } = readDate(raw, context);
  const severity = code === "N801" || code === "N802" ? "warning" : "info";
  const findings = code === "" ? noFindings : [{ code, severity, value: raw } as const];
  if (iso === "") return outcomeOf(raw, { items: [], steps: [], findings }, options);
  const items = [itemOf(iso, raw)];
  return outcomeOf(raw, { items, steps: [{ rule: "N805", text: iso }], findings }, options);
}

/** "2024-03-05~2025-03-04": two items, written as an ISO 8601 interval. */
function readInterval(
  raw: string,
  context: DateContext,
  options: NormalizeOptions,
): Normalized | undefined {
  const [, first, last] = interval.exec(raw.trim()) ?? [];
  if (first === undefined || last === undefined) return undefined;
  const start = readDate(first, context).iso;
  const dates = [start, inYearOf(start, readDate(last, context).iso)];
  if (dates.includes("")) return undefined;
  const items = dates.map((iso, at) => itemOf(iso, at === 0 ? first : last));
  return outcomeOf(
    raw,
    { items, steps: [{ rule: "N805", text: dates.join("/") }], findings: [] },
    options,
  );
}

/** 2024年3月5日至3月8日: the second date is of the same year. */
function inYearOf(start: string, end: string): string {
  return end.startsWith("--") && /^\d{4}-\d\d-\d\d/.test(start)
    ? start.slice(0, 4) + end.slice(1)
    : end;
}

/** A date without a year is no key: it would equal every year's. */
function itemOf(iso: string, written: string): ReadItem {
  return {
    display: iso,
    key: iso.startsWith("--") ? "" : iso,
    parsed: { kind: "date", iso },
    written,
  };
}
