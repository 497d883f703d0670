import type { EntityName } from "../model/entity.ts";
import type { StoreValue } from "../model/plan.ts";
import { fitText } from "./fit-text.ts";
import { defaultWidth, type ReportStyle } from "./report-style.ts";
import { storeValueText } from "./store-value-text.ts";
import { say } from "./words.ts";

/** A value, or with `column` "" a whole row, that somebody changed after the load and that stays. */
export interface KeptEdit {
  readonly entity: EntityName;
  readonly key: StoreValue;
  readonly column: string;
  readonly loaded: StoreValue;
  readonly now: StoreValue;
}

/** What a rollback did, or with `dryRun` would do. */
export interface RollbackResult {
  readonly target: string;
  readonly dryRun: boolean;
  /** Rows that the load changed. */
  readonly rows: number;
  /** Rows of which something stays as it is now. */
  readonly keptRows: number;
  readonly kept: readonly KeptEdit[];
}

const shownEdits = 10;

/** The edits that stay, what the load wrote beside what is there now, and the verdict last. */
export function rollbackText(result: RollbackResult, style: ReportStyle): string {
  return `${keptText(result.kept, style)}${verdictText(result, style.language)}\n`;
}

function keptText(kept: readonly KeptEdit[], style: ReportStyle): string {
  const { language, width = defaultWidth } = style;
  if (kept.length === 0) return "";
  const lines = kept.slice(0, shownEdits).map((edit) => fitText(keptLine(edit, style), width));
  const count = kept.length - lines.length;
  const more = count > 0 ? [`    ${say("more", language, { count })}`] : [];
  const head = say("keptEdits", language, { count: kept.length });
  return `${[`  ${head}`, ...lines, ...more].join("\n")}\n\n`;
}

function keptLine({ entity, key, column, loaded, now }: KeptEdit, style: ReportStyle): string {
  const { language } = style;
  const place = `    ${entity}  id ${key}`;
  if (column === "") {
    return `${place}  ${say("deletedRow", language)}  ${say("notRevived", language)}`;
  }
  const cell = { entity, column };
  const values = say("loadedNow", language, {
    loaded: storeValueText(loaded, cell, style),
    now: storeValueText(now, cell, style),
  });
  return `${place}  ${column}  ${values}  ${say("kept", language)}`;
}

function verdictText(result: RollbackResult, language: ReportStyle["language"]): string {
  const { target, dryRun, rows: count, keptRows: kept } = result;
  const details = { target, count, rows: count - kept, kept };
  if (dryRun) return say("willRollBack", language, details);
  return say(kept === 0 ? "rolledBackAll" : "rolledBack", language, details);
}
