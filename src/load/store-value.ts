import type { Field } from "../model/entity.ts";
import { loadReason } from "../model/load-reason.ts";
import type { StoreValue } from "../model/plan.ts";

/** A value as a column holds it; `reason` says why it is not quite, or not at all, what was given. */
export interface ConvertedValue {
  readonly value: StoreValue;
  readonly reason?: string;
}

/** How a column of a store holds amounts and lists. */
export interface ColumnForm {
  /** Integer minor units, a decimal number, or a decimal number as text. */
  readonly amount: "minor" | "major" | "text";
  /** Lists are JSON arrays; else the column holds the first value. */
  readonly list: boolean;
}

/** Tables that goldpan creates (`model.md`, last paragraph). */
export const ownForm: ColumnForm = { amount: "minor", list: true };

/**
 * What a column of an existing store holds, by its declared type: `DECIMAL(12,2)` amounts in
 * yuan, `INTEGER` amounts in fen, `JSON` lists. Without a type as if goldpan had created it.
 */
export function columnForm(type: string): ColumnForm {
  const list = /json/i.test(type) || type === "";
  if (/int/i.test(type) || type === "") return { amount: "minor", list };
  return { amount: /char|text|clob|json/i.test(type) ? "text" : "major", list };
}

const truths: ReadonlyMap<string, number> = new Map([
  ...["true", "yes", "y", "1", "是", "有"].map((word) => [word, 1] as const),
  ...["false", "no", "n", "0", "否", "无"].map((word) => [word, 0] as const),
]);

/**
 * Display values as a column of the field's type: amounts in units of the column, yes and no as
 * 1 and 0, lists as a JSON array or their first value, no value as null. What cannot be read
 * becomes null with a reason, never a guess.
 */
export function toStoreValue(
  field: Field,
  items: readonly string[],
  form: ColumnForm,
): ConvertedValue {
  const [text = ""] = items;
  if (field.list && form.list) return { value: items.length === 0 ? null : JSON.stringify(items) };
  if (text === "") return { value: null };
  if (items.length > 1) {
    const left = String(items.length - 1);
    return { reason: loadReason("L207", left), ...convert(field, text, form) };
  }
  return convert(field, text, form);
}

function convert({ type }: Field, text: string, form: ColumnForm): ConvertedValue {
  if (type === "amount") return toAmount(text, form.amount);
  if (type === "number") return toNumber(text);
  if (type === "bool") return toTruth(text);
  return { value: text };
}

/** The currency that an amount names: "120000.00 CNY" -> "CNY", "120000.00" -> "" */
export function currencyOf(text: string): string {
  return /\b([A-Z]{3})$/.exec(text)?.[1] ?? "";
}

function toAmount(text: string, unit: ColumnForm["amount"]): ConvertedValue {
  const { value, ...rest } = toMinorUnits(text);
  if (unit === "minor" || typeof value !== "number") return { value, ...rest };
  return { value: unit === "major" ? value / 100 : decimalText(value), ...rest };
}

/** 12000050 -> "120000.50" */
function decimalText(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, "0");
  return `${minor < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** "120,000.5 CNY" -> 12000050; a third decimal is rounded half away from zero, with a reason */
function toMinorUnits(text: string): ConvertedValue {
  const match = /^([+-]?)([\d,]+)(?:\.(\d+))?\s*(?:[A-Z]{3})?$/.exec(text);
  if (match === null) return unreadable(text);
  const [, sign = "", whole = "", decimals = ""] = match;
  const digits = `${whole.replaceAll(",", "")}${decimals.slice(0, 2).padEnd(2, "0")}`;
  const rest = decimals.slice(2);
  const minor = Number(digits) + (/^[5-9]/.test(rest) ? 1 : 0);
  if (!Number.isSafeInteger(minor)) return unreadable(text);
  const value = sign === "-" && minor !== 0 ? -minor : minor;
  return /[1-9]/.test(rest) ? { value, reason: loadReason("L202") } : { value };
}

function toNumber(text: string): ConvertedValue {
  const plain = text.replaceAll(/,(?=\d{3}\b)/g, "");
  const number = Number(plain);
  const isExact = /^[+-]?\d+(\.\d+)?$/.test(plain) && Math.abs(number) <= Number.MAX_SAFE_INTEGER;
  return isExact ? { value: number } : unreadable(text);
}

function toTruth(text: string): ConvertedValue {
  const value = truths.get(text.toLowerCase());
  return value === undefined ? unreadable(text) : { value };
}

/** The text itself stays out: it may be personal. It is found in the golden record. */
function unreadable(text: string): ConvertedValue {
  return { value: null, reason: loadReason("L201", String([...text].length)) };
}
