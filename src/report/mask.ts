import { canonicalModel, findField } from "../model/canonical-model.ts";
import type { EntityName, Field, FieldType } from "../model/entity.ts";

/** A date, perhaps with the hours of its time; no phone is written so. */
const isoDate = /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?: [012]\d)?$/;

/** `"+8613800138000"` -> `"+86138****8000"`: the first three and last four digits stay */
export function maskPhone(text: string): string {
  return text.replaceAll(/\d(?:[ -]?\d){6,}/g, (number) => {
    if (isoDate.test(number)) return number;
    const prefix = /^86(?=1[3-9]\d{9}$)/.exec(number)?.[0] ?? "";
    const digits = number.slice(prefix.length);
    return `${prefix}${digits.slice(0, 3)}****${digits.slice(-4)}`;
  });
}

/** `"wang.min@zhaoda.example"` -> `"w***@zhaoda.example"` */
export function maskEmail(text: string): string {
  return text.replaceAll(/([^\s@])[^\s@]*@/g, "$1***@");
}

/** `"11010519491231002X"` -> `"1101****002X"`: identity numbers and ids keep their ends */
export function maskId(text: string): string {
  return text.length <= 8 ? "****" : `${text.slice(0, 4)}****${text.slice(-4)}`;
}

/** `"张伟"` -> `"张*"`, `"欧阳娜娜"` -> `"欧***"`, `"Li Lei"` -> `"L*****"` */
export function maskPerson(text: string): string {
  const [first = "", ...rest] = text;
  return first + "*".repeat(rest.length);
}

const maskByType: Readonly<Partial<Record<FieldType, (text: string) => string>>> = {
  phone: maskPhone,
  email: maskEmail,
  person: maskPerson,
  code: maskId,
};

/**
 * A value of a field as it may be shown where nobody asked for personal data (`contracts.md` 9):
 * a field that is not personal stays, free text of a personal field goes altogether.
 */
export function maskValue(field: Field | undefined, text: string): string {
  if (field === undefined) return maskEmail(maskPhone(text));
  if (field.type === "phone") return maskPhone(text);
  if (field.type === "email") return maskEmail(text);
  if (!field.personal || text === "") return text;
  return maskByType[field.type]?.(text) ?? "***";
}

/**
 * The value of a store column, masked as its field of the model is. A column whose name is no field
 * (an existing store, a custom field) loses its phones and e-mails wherever they stand.
 */
export function maskColumn(entity: EntityName, column: string, value: string): string {
  return maskValue(findField(canonicalModel, entity, column), value);
}
