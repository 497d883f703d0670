import type { ComparedTable } from "../compared-table.ts";
import { combinedKeys, type KeyFamily } from "./key-family.ts";

/** Fields that take part in pairs of fields; more would square the number of keys. */
const mostPairedFields = 10;

/** Each custom field by itself, and each two fields together: wrong in one, they meet in the others. */
export function customKeys(table: ComparedTable): KeyFamily[] {
  const { packed } = table;
  const fields = packed.customFields.map(({ name }) => `custom.${name}`);
  const paired = [...("name" in packed.columns ? ["name"] : []), ...fields];
  const pairs = paired
    .slice(0, mostPairedFields)
    .flatMap((left, at, all) => all.slice(at + 1).map((right) => [left, right] as const));
  const words = packed.customFields
    .map(({ name }) => `words.${name}`)
    .filter((name) => name in packed.columns);
  return [
    ...fields.map((field) => combinedKeys(table, field, [field], { cap: 40 })),
    ...words.map((name) => combinedKeys(table, name, [name], { cap: 20, isWeak: true })),
    ...pairs.map((pair) => combinedKeys(table, pair.join("+"), pair, { cap: 60 })),
  ];
}
