import type { ParsedPhone } from "../../model/parsed.ts";
import type { Landline } from "./landline.ts";

/** One number as it was understood. Without `parsed` it is no usable number and `code` says why. */
export interface PhoneReading {
  readonly display: string;
  /** E.164 without extension; "" for fillers, short numbers and whatever nobody can call. */
  readonly key: string;
  readonly parsed?: ParsedPhone;
  /** Code of the finding, "" when there is none. */
  readonly code: string;
  /** Rule that explains the step from what was written to `display`. */
  readonly rule: string;
  /** For "58880000/01": the number whose last digits the next piece replaces. */
  readonly landline?: Landline;
}

/** A number that stays as it was written: no key, and a finding that says why. */
export function unread(written: string, code: string): PhoneReading {
  return { display: written, key: "", code, rule: "N201" };
}

interface CallableNumber {
  readonly number: string;
  readonly type: ParsedPhone["type"];
  readonly extension: string;
  readonly region?: string;
  readonly isPlaceholder?: boolean;
}

/** `{ number: "+862158880000", type: "landline", extension: "8001" }` -> display "+862158880000 ext 8001" */
export function callable(found: CallableNumber): PhoneReading {
  const { number, type, extension, region = "", isPlaceholder = false } = found;
  return {
    display: extension === "" ? number : `${number} ext ${extension}`,
    key: isPlaceholder ? "" : number.replaceAll("-", ""),
    parsed: { kind: "phone", type, extension, region, isPlaceholder },
    code: isPlaceholder ? "N204" : "",
    rule: "N201",
  };
}
