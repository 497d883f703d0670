import type { Finding } from "../model/finding.ts";
import type { Change, Normalized, NormalizedItem, NormalizeOptions } from "../model/normalizer.ts";

/** An item with the piece of the cell that it was read from. */
export interface ReadItem extends NormalizedItem {
  readonly written: string;
}

/** The text of the cell after a step; a step that changes nothing leaves no change. */
export interface Step {
  readonly rule: string;
  readonly text: string;
}

/** What a normalizer read in a cell. The text of the last step is the display value. */
export interface Reading {
  readonly items: readonly ReadItem[];
  readonly steps: readonly Step[];
  readonly findings: readonly Finding[];
}

/**
 * The outcome of a reading: its steps become changes that replay raw -> display. With repairs
 * `none` the display value, and that of each item, is what was written; keys and findings stay.
 */
export function outcomeOf(raw: string, reading: Reading, options: NormalizeOptions): Normalized {
  const { items, findings } = reading;
  const key = items[0]?.key ?? "";
  if (options.repairs === "none") {
    return { display: raw, key, items: items.map(asWritten), changes: [], findings };
  }
  const changes = reading.steps.length === 0 ? noChanges : changesOf(raw, reading.steps);
  const display = changes.at(-1)?.after ?? raw;
  return { display, key, items: items.map(withoutWritten), changes, findings };
}

const noChanges: readonly Change[] = [];

function changesOf(raw: string, steps: readonly Step[]): readonly Change[] {
  const changes: Change[] = [];
  let before = raw;
  for (const { rule, text } of steps) {
    if (text !== before) changes.push({ rule, before, after: text });
    before = text;
  }
  return changes;
}

function withoutWritten({ display, key, parsed }: ReadItem): NormalizedItem {
  return parsed === undefined ? { display, key } : { display, key, parsed };
}

function asWritten(item: ReadItem): NormalizedItem {
  return withoutWritten({ ...item, display: item.written });
}
