import type { Normalized, Normalizer, NormalizeOptions } from "../../model/normalizer.ts";
import { cleanName } from "../../text/clean-text.ts";
import { missingValue } from "../missing-value.ts";
import { outcomeOf } from "../outcome.ts";
import { companyKey, parseCompanyName } from "./parse-company-name.ts";

/**
 * A company's name: the display value keeps the legal name and is only rewritten safely; the key
 * keeps the region, so that namesakes in two cities never share one.
 * `"深圳华宸精密 机械有限责任公司"` -> display without the space, key `"深圳华宸精密机械"`
 */
export const companyName: Normalizer<undefined> = {
  name: "company-name",
  observe: () => undefined,
  normalize: (raw, _context, options) => missingValue(raw, options) ?? readName(raw, options),
};

function readName(raw: string, options: NormalizeOptions): Normalized {
  const { text, changes } = cleanName(raw);
  const steps = changes.map(({ rule, after }) => ({ rule, text: after }));
  const parsed = parseCompanyName(text);
  if (parsed.norm === "") {
    const findings = [{ code: "N111", severity: "warning", value: raw } as const];
    return outcomeOf(raw, { items: [], steps, findings }, options);
  }
  const item = { display: text, key: companyKey(parsed), parsed, written: raw };
  return outcomeOf(raw, { items: [item], steps, findings: [] }, options);
}
