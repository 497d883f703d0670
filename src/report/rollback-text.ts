import type { EntityName } from "../model/entity.ts";
import type { StoreValue } from "../model/plan.ts";
import { fitText } from "./fit-text.ts";
import { defaultWidth, type ReportStyle } from "./report-style.ts";
import { storeValueText } from "./store-value-text.ts";
import { say } from "./words.ts";

/** A value, or with `column` "" a whole row, that stays as it is although the load is taken back. */
export interface KeptEdit {
  readonly entity: EntityName;
  readonly key: StoreValue;
  readonly column: string;
  readonly loaded: StoreValue;
  readonly now: StoreValue;
  readonly why: "edited" | "referenced" | "deleted" | "refused";
}

/** What a rollback did, or with `dryRun` would do. */
export interface RollbackResult {
  /** The run that is taken back. */
  readonly undoes: string;
  readonly target: string;
  readonly dryRun: boolean;
  /** Rows that the load changed. */
  readonly rows: number;
  /** Rows of which something stays as it is now. */
  readonly keptRows: number;
  /** Values and rows that stay. */
  readonly keptValues: number;
  /** The first of them. */
  readonly kept: readonly KeptEdit[];
}

const shownEdits = 10;

/** The edits that stay, what the load wrote beside what is there now, and the verdict last. */
export function rollbackText(result: RollbackResult, style: ReportStyle): string {
  return `${keptText(result, style)}${rollbackVerdict(result, style.language)}\n`;
}

function keptText({ kept, keptValues }: RollbackResult, style: ReportStyle): string {
  const { language, width = defaultWidth } = style;
  if (kept.length === 0) return "";
  const lines = kept.slice(0, shownEdits).map((edit) => fitText(keptLine(edit, style), width));
  const count = keptValues - lines.length;
  const more = count > 0 ? [`    ${say("more", language, { count })}`] : [];
  const head = say("keptEdits", language, { count: keptValues });
  return `${[`  ${head}`, ...lines, ...more].join("\n")}\n\n`;
}

/** Whole rows that stay, by the reason. */
const rowWords = {
  edited: ["keptRow", "kept"],
  referenced: ["keptRow", "keptReferenced"],
  deleted: ["deletedRow", "notRevived"],
  refused: ["keptRow", "keptRefused"],
} as const;

function keptLine(edit: KeptEdit, style: ReportStyle): string {
  const { entity, key, column, loaded, now } = edit;
  const { language } = style;
  const place = `    ${entity}  id ${key}`;
  if (column === "") {
    return `${place}  ${keptWord(edit, language)}`;
  }
  const cell = { entity, column };
  const values = say("loadedNow", language, {
    loaded: storeValueText(loaded, cell, style),
    now: storeValueText(now, cell, style),
  });
  return `${place}  ${column}  ${values}  ${say("kept", language)}`;
}

/** Why a value or a row stays. */
export function keptWord({ column, why }: KeptEdit, language: ReportStyle["language"]): string {
  return column === ""
    ? rowWords[why].map((word) => say(word, language)).join("  ")
    : say("kept", language);
}

/** What a rollback did, or would do, in one sentence. */
export function rollbackVerdict(result: RollbackResult, language: ReportStyle["language"]): string {
  const { target, dryRun, rows: count, keptRows: kept } = result;
  const details = { target, count, rows: count - kept, kept };
  if (dryRun) return say("willRollBack", language, details);
  return say(kept === 0 ? "rolledBackAll" : "rolledBack", language, details);
}
