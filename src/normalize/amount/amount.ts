import type { Normalized, Normalizer, NormalizeOptions } from "../../model/normalizer.ts";
import type { ParsedAmount } from "../../model/parsed.ts";
import { missingValue } from "../missing-value.ts";
import { outcomeOf } from "../outcome.ts";
import { readAmount } from "./read-amount.ts";

const warnings: ReadonlySet<string> = new Set(["N901", "N902", "N906"]);

/**
 * Amounts of money as integer minor units. `"￥1,200.00"` -> display "1200", key "120000";
 * `"100万美元"` -> display "1000000 USD", key "100000000usd".
 * A text that is no amount stays as written, has no item and a finding.
 */
export const amount: Normalizer<undefined> = {
  name: "amount",
  observe: () => undefined,
  normalize: (raw, _context, options) => missingValue(raw, options) ?? readCell(raw, options),
};

function readCell(raw: string, options: NormalizeOptions): Normalized {
  const found = readAmount(raw);
  if (typeof found === "string") {
    return outcomeOf(raw, { items: [], steps: [], findings: [findingOf(found, raw)] }, options);
  }
  const { display, minor, currency, codes } = found;
  const parsed: ParsedAmount = { kind: "amount", minor: String(minor), currency };
  const key = currency === "CNY" ? String(minor) : `${minor}${currency.toLowerCase()}`;
  const findings = codes.map((code) => findingOf(code, raw));
  const items = [{ display, key, parsed, written: raw }];
  return outcomeOf(raw, { items, steps: [{ rule: "N907", text: display }], findings }, options);
}

function findingOf(code: string, value: string): Normalized["findings"][number] {
  return { code, severity: warnings.has(code) ? "warning" : "info", value };
}
