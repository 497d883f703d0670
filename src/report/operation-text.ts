import stringWidth from "string-width";
import type { PlanOperation, PlanOperationKind } from "../model/plan.ts";
import { fitText, padText } from "./fit-text.ts";
import { reasonText } from "./reason-text.ts";
import { defaultWidth, type ReportStyle } from "./report-style.ts";
import { storeValueText } from "./store-value-text.ts";
import { say } from "./words.ts";

const signs: Readonly<Partial<Record<PlanOperationKind, string>>> = {
  insert: "+",
  update: "~",
  merge: "&",
  archive: "-",
};

/** Whether the operation changes a row; the others stand in the counts only. */
export function showsChange({ kind }: PlanOperation): boolean {
  return signs[kind] !== undefined;
}

/** One operation: the row it touches, then `column : before -> after` for each changed column. */
export function operationText(operation: PlanOperation, style: ReportStyle): string {
  const { language, width = defaultWidth } = style;
  const row = operation.key === null ? say("newRow", language) : `id ${operation.key}`;
  const origin = say("goldenRecord", language, { id: operation.goldenId });
  const left = `${signs[operation.kind] ?? "="} ${operation.table}  ${row}`;
  const reason =
    operation.reason === ""
      ? []
      : [say("because", language, { reason: reasonText(operation.reason, style) })];
  const lines = [
    `  ${padText(left, 50, "left")}  ${origin}`,
    ...changeLines(operation, style),
    ...reason.map((text) => `      ${text}`),
  ];
  return lines.map((line) => `${fitText(line, width)}\n`).join("");
}

/** Changed columns with both values, then columns that will point to another golden record. */
function changeLines(operation: PlanOperation, style: ReportStyle): string[] {
  // The golden id stands in the first line.
  const columns = Object.keys(operation.after).filter(
    (column) => operation.after[column] !== operation.goldenId,
  );
  const references = Object.entries(operation.refs);
  const names = [...columns, ...references.map(([column]) => column)];
  const widest = Math.max(0, ...names.map((name) => stringWidth(name)));
  const line = (name: string, text: string): string =>
    `      ${padText(name, widest, "left")} : ${text}`;
  const changes = columns.flatMap((column) => {
    const text = changeText(operation, column, style);
    return text === "" ? [] : [line(column, text)];
  });
  const pointers = references.map(([column, id]) =>
    line(column, say("goldenRecord", style.language, { id })),
  );
  return [...changes, ...pointers];
}

/** `(empty) -> "+867****0808"`, of an insert the new value alone; "" when there is none. */
function changeText(operation: PlanOperation, column: string, style: ReportStyle): string {
  const { entity, kind } = operation;
  const [before, after] = [operation.before[column] ?? null, operation.after[column] ?? null];
  if (before === null && after === null) return "";
  const [old, now] = [before, after].map((value) =>
    storeValueText(value, { entity, column }, style),
  );
  return kind === "insert" ? `${now}` : `${old} -> ${now}`;
}
