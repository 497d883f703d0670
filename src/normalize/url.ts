import type { Normalized, Normalizer, NormalizeOptions } from "../model/normalizer.ts";
import { withoutInvisible } from "../text/width.ts";
import { missingValue } from "./missing-value.ts";
import { outcomeOf } from "./outcome.ts";

const webAddress = /^(https?:\/\/)?((?:[a-z0-9-]+\.)+[a-z]{2,24})(:\d+)?((?:\/|\?)\S*)?$/i;

/**
 * Web addresses. `"HTTP://WWW.Zhaoda.com/"` -> display "http://www.zhaoda.com", key "zhaoda.com":
 * the key is the domain without "www.".
 */
export const url: Normalizer<undefined> = {
  name: "text",
  observe: () => undefined,
  normalize: (raw, _context, options) => missingValue(raw, options) ?? readUrl(raw, options),
};

function readUrl(raw: string, options: NormalizeOptions): Normalized {
  const text = withoutInvisible(raw).normalize("NFKC").replace(/\s/g, "").replaceAll("。", ".");
  const [, scheme = "", domain, port = "", path = ""] = webAddress.exec(text) ?? [];
  if (domain === undefined) {
    const findings = [{ code: "N311", severity: "warning", value: raw } as const];
    const items = [{ display: raw, key: "", written: raw }];
    return outcomeOf(raw, { items, steps: [], findings }, options);
  }
  const display = scheme.toLowerCase() + domain.toLowerCase() + port + path.replace(/\/$/, "");
  const items = [{ display, key: domain.toLowerCase().replace(/^www\./, ""), written: raw }];
  return outcomeOf(raw, { items, steps: [{ rule: "N312", text: display }], findings: [] }, options);
}
