import { findField } from "../model/canonical-model.ts";
import type { Model } from "../model/entity.ts";
import type {
  Inventory,
  InventoryColumn,
  InventoryTable,
  PersonalClass,
} from "../model/inventory.ts";
import { maskEmail, maskId, maskPerson, maskPhone, maskValue } from "./mask.ts";

/**
 * The inventory without anybody's name, number or address in its examples. What a column is decides
 * first; phones, e-mails and identity numbers go wherever they stand.
 */
export function maskInventory(inventory: Inventory, model: Model): Inventory {
  const tables = inventory.tables.map((table) => maskTable(table, model));
  return { ...inventory, tables };
}

function maskTable(table: InventoryTable, model: Model): InventoryTable {
  return {
    ...table,
    preamble: table.preamble.map((line) => maskSigner(maskAnywhere(line))),
    columns: table.columns.map((column) => maskColumn(column, model)),
  };
}

function maskColumn(column: InventoryColumn, model: Model): InventoryColumn {
  const mask = maskOf(column, model);
  return {
    ...column,
    examples: column.examples.map(mask),
    suspicious: column.suspicious.map((each) => ({ ...each, example: mask(each.example) })),
  };
}

const maskedWhole: readonly (readonly [PersonalClass, (text: string) => string])[] = [
  ["free-text", () => "***"],
  ["person-name", maskPerson],
  ["wechat", maskId],
  ["birthday", maskId],
  ["resident-id", maskId],
  ["bank-card", maskId],
];

function maskOf(
  { entity, field, personal, patterns, filled }: InventoryColumn,
  model: Model,
): (text: string) => string {
  // A few names or codes in a column of companies do not make the column one of persons.
  const whole = maskedWhole.find(([name]) => (personal[name] ?? 0) * 2 > filled);
  if (whole !== undefined) return whole[1];
  if (field === null && isRemark(personal, patterns)) return maskPerson;
  const known = entity === null || field === null ? undefined : findField(model, entity, field);
  return known === undefined ? maskUnknown : (text) => maskAnywhere(maskValue(known, text));
}

/** Phones among other words: what stands beside them is somebody's name. */
function isRemark(
  { mobile = 0, "free-text": text = 0 }: InventoryColumn["personal"],
  patterns: InventoryColumn["patterns"],
): boolean {
  const words = (patterns.han ?? 0) + (patterns.latin ?? 0);
  return mobile + text > 0 && words > (patterns.phone ?? 0);
}

/** A number as long as those of phones, cards and persons; letters beside it make it a code of a company. */
const longNumber = /(?<![\dA-Za-z])\d{11,}[\dXx]?(?![\dA-Za-z])/g;
const localPhone = /^(?:0\d{2,3}[- ]?)?[2-9]\d{6,7}$/;

/** Nobody knows what the column is: long numbers lose their middle, whatever they are. */
function maskUnknown(text: string): string {
  const masked = maskAnywhere(localPhone.test(text) ? maskPhone(text) : text);
  return masked.replaceAll(longNumber, (number) => maskId(number));
}

const mobileNumber = /(?<!\d)1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/g;
/** GB 11643: division, birth date, serial number and check letter; a credit code holds no birth date. */
const residentId = /(?<!\d)[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])[0-3]\d{4}[\dXx](?!\d)/g;

function maskAnywhere(text: string): string {
  const withoutMobiles = text.replaceAll(mobileNumber, (number) => maskPhone(number));
  return maskEmail(withoutMobiles.replaceAll(residentId, (number) => maskId(number)));
}

const signer =
  /((?:制表|导出|填表|审核|制单|经办|操作)(?:人|员)?\s*[:：]\s*)(\p{Script=Han}{2,4})/gu;

/** `"制表: 张伟"` -> `"制表: 张*"` */
function maskSigner(line: string): string {
  return line.replaceAll(signer, (_, label: string, name: string) => label + maskPerson(name));
}
