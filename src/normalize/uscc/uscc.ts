import type { Finding } from "../../model/finding.ts";
import type { Normalized, Normalizer, NormalizeOptions } from "../../model/normalizer.ts";
import { isUscc } from "./check-digits.ts";
import { missingValue } from "../missing-value.ts";
import { outcomeOf } from "../outcome.ts";
import {
  commonCode,
  compactCode,
  type Identifier,
  type IdentifierKind,
  readIdentifier,
} from "./read-identifier.ts";

const scientific = /^\s*'?\d(?:\.\d+)?E\+?1\d\s*$/i;
const sensitiveKinds: ReadonlySet<IdentifierKind> = new Set(["resident"]);

/**
 * 统一社会信用代码, GB 32100-2015. `" 91110000-60003734-1l"` -> display and key "91110000600037341L".
 * Another identifier in the column (organisation code, registration number) is kept without a key:
 * as a key it would count as a different credit code.
 */
export const uscc: Normalizer<undefined> = identifierNormalizer(
  new Set(["uscc"]),
  ({ code }) => code,
);

/**
 * 注册号 and 税号: the same reading, but every kind of identifier is a key, and the key of a credit
 * code is the organisation code in it, so that records from before 2015 still meet those of today.
 */
export const registrationNumber: Normalizer<undefined> = identifierNormalizer(
  new Set(["uscc", "organisation", "registration", "old-registration", "tax"]),
  commonCode,
);

function identifierNormalizer(
  keyKinds: ReadonlySet<IdentifierKind>,
  keyOf: (found: Identifier) => string,
): Normalizer<undefined> {
  const reading = { keyKinds, keyOf };
  return {
    name: "uscc",
    observe: () => undefined,
    normalize: (raw, _context, options) =>
      readPlainCode(raw, keyOf) ?? missingValue(raw, options) ?? readCode(raw, reading, options),
  };
}

/** Most cells hold a credit code in its one right writing: nothing to change, nothing to say. */
function readPlainCode(raw: string, keyOf: (found: Identifier) => string): Normalized | undefined {
  if (raw.length !== 18 || !isUscc(raw)) return undefined;
  const key = keyOf({ kind: "uscc", code: raw, isRepaired: false });
  return { display: raw, key, items: [{ display: raw, key }], changes: [], findings: [] };
}

interface Keys {
  readonly keyKinds: ReadonlySet<IdentifierKind>;
  readonly keyOf: (found: Identifier) => string;
}

function readCode(raw: string, { keyKinds, keyOf }: Keys, options: NormalizeOptions): Normalized {
  const found = readIdentifier(raw);
  if (found === undefined) {
    const findings = [{ code: reasonOf(raw), severity: "warning", value: raw } as const];
    return outcomeOf(
      raw,
      { items: [{ display: raw, key: "", written: raw }], steps: [], findings },
      options,
    );
  }
  const { kind, code, isRepaired } = found;
  const display = sensitiveKinds.has(kind) ? mask(code) : code;
  const rule = sensitiveKinds.has(kind) ? "N306" : isRepaired ? "N302" : "N301";
  const items = [{ display, key: keyKinds.has(kind) ? keyOf(found) : "", written: raw }];
  const findings = findingsOf(found, keyKinds);
  return outcomeOf(raw, { items, steps: [{ rule, text: display }], findings }, options);
}

function findingsOf({ kind }: Identifier, keyKinds: ReadonlySet<IdentifierKind>): Finding[] {
  if (sensitiveKinds.has(kind)) return [{ code: "N306", severity: "warning" }];
  return keyKinds.has(kind) ? [] : [{ code: "N305", severity: "info", detail: kind }];
}

function mask(code: string): string {
  return `${code.slice(0, 3)}${"*".repeat(code.length - 7)}${code.slice(-4)}`;
}

/** "N303" when a spreadsheet has eaten the last digits, "N304" when the check digit is wrong. */
function reasonOf(raw: string): string {
  if (scientific.test(raw)) return "N303";
  return /^\d{15}000$/.test(compactCode(raw)) ? "N303" : "N304";
}
