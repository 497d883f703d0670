import type { Field } from "../model/entity.ts";
import type { StoreValue } from "../model/plan.ts";

/** A value as a column holds it; `reason` says why it is not quite, or not at all, what was given. */
export interface ConvertedValue {
  readonly value: StoreValue;
  readonly reason?: string;
}

const truths: Readonly<Record<string, number>> = {
  true: 1,
  yes: 1,
  y: 1,
  "1": 1,
  是: 1,
  有: 1,
  false: 0,
  no: 0,
  n: 0,
  "0": 0,
  否: 0,
  无: 0,
};

/**
 * Display values as a column of the field's type: amounts in integer minor units, yes and no as
 * 1 and 0, lists as a JSON array, no value as null. What cannot be read becomes null with a
 * reason, never a guess.
 */
export function toStoreValue(field: Field, items: readonly string[]): ConvertedValue {
  if (field.list) return { value: items.length === 0 ? null : JSON.stringify(items) };
  const [text = ""] = items;
  if (text === "") return { value: null };
  if (field.type === "amount") return toMinorUnits(text);
  if (field.type === "number") return toNumber(text);
  if (field.type === "bool") return toTruth(text);
  return { value: text };
}

/** The currency that an amount names: "120000.00 CNY" -> "CNY", "120000.00" -> "" */
export function currencyOf(text: string): string {
  return /\b([A-Z]{3})$/.exec(text)?.[1] ?? "";
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
  return /[1-9]/.test(rest) ? { value, reason: "rounded" } : { value };
}

function toNumber(text: string): ConvertedValue {
  const plain = text.replaceAll(/,(?=\d{3}\b)/g, "");
  const number = Number(plain);
  const isExact = /^[+-]?\d+(\.\d+)?$/.test(plain) && Math.abs(number) <= Number.MAX_SAFE_INTEGER;
  return isExact ? { value: number } : unreadable(text);
}

function toTruth(text: string): ConvertedValue {
  const value = truths[text.toLowerCase()];
  return value === undefined ? unreadable(text) : { value };
}

/** The text itself stays out: it may be personal. It is found in the golden record. */
function unreadable(text: string): ConvertedValue {
  return { value: null, reason: `unreadable: ${text.length} letters` };
}
