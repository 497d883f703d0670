import type { Field, FieldType } from "../model/entity.ts";
import type { Normalizer } from "../model/normalizer.ts";
import { bool } from "./bool.ts";
import { code } from "./code.ts";
import { enumNormalizer } from "./enum-value.ts";
import { normalizers } from "./normalizers.ts";
import { number } from "./number.ts";
import { text } from "./text.ts";
import { udi } from "./udi/udi.ts";
import { url } from "./url.ts";
import { withPattern } from "./pattern-check.ts";
import { registrationNumber } from "./uscc/uscc.ts";

/** Codes that are more than a system's own number. */
const knownCodes: Readonly<Record<string, Normalizer>> = {
  uscc: normalizers.uscc,
  tax_no: registrationNumber,
  registration_no: registrationNumber,
};

/** Custom fields for identifiers of medical devices, as a project names them. */
const deviceField = /^(?:udi|gtin)(?:_|$)/;

const byType: Readonly<Record<Exclude<FieldType, "code" | "enum">, Normalizer>> = {
  text,
  name: normalizers["company-name"],
  person: normalizers["person-name"],
  phone: normalizers.phone,
  email: normalizers.email,
  url,
  region: normalizers.region,
  address: normalizers.address,
  industry: normalizers.industry,
  amount: normalizers.amount,
  number,
  date: normalizers.date,
  datetime: normalizers.date,
  bool,
  ref: text,
  json: text,
};

/** The name that a colleague gave a contact: its column tells whether an A in front is a level. */
export const remarkField = "remark_name";

/**
 * The normalizer of a field of the model: by its type, for enums with the field's own values, and
 * for custom fields with their pattern. `tax_no` -> the reader of tax numbers
 */
export function normalizerForField(field: Field): Normalizer {
  const normalizer = ofType(field);
  return field.pattern === undefined ? normalizer : withPattern(normalizer, field.pattern);
}

function ofType(field: Field): Normalizer {
  if (field.name === remarkField) return normalizers.remark;
  if (field.type === "enum") return enumNormalizer(field.values ?? []);
  if (field.type !== "code") return byType[field.type];
  if (deviceField.test(field.name)) return udi;
  return field.custom === true ? code : (knownCodes[field.name] ?? code);
}
