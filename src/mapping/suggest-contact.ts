import type { Model } from "../model/entity.ts";
import { suggestFields, type ColumnGuess, type SampledColumn } from "./suggest-fields.ts";
import { valuePattern } from "./value-pattern.ts";

/** Fields that are about a person, never about a company. */
const personFields: readonly string[] = [
  "name",
  "title",
  "decision_role",
  "mobiles",
  "wechat_id",
  "external_userid",
  "remark_name",
  "gender",
  "is_primary",
];
const namingFields: readonly string[] = ["name", "mobiles", "wechat_id"];

/** The columns of a table of customers that are about a person at the customer; none without a person. */
export function suggestContact(columns: readonly SampledColumn[], model: Model): ColumnGuess[] {
  const ofCustomer = suggestFields(columns, "customer", model);
  const customerField = new Map(
    ofCustomer
      .filter(({ confidence }) => confidence !== "near heading")
      .map(({ column, field }) => [column, field]),
  );
  const ofContact = suggestFields(columns, "contact", model);
  const people = ofContact.filter(
    ({ column, field }) => personFields.includes(field) && !customerField.has(column),
  );
  const all = [...misnamedPeople(columns, ofCustomer), ...people];
  if (!all.some(({ field }) => namingFields.includes(field))) return [];
  const hasName = all.some(({ field }) => field === "name");
  const emails = hasName ? ofContact.filter(({ field }) => field === "emails") : [];
  return [...all, ...emails];
}

/** WeCom heads the person with 客户名称 and the company with 企业: the values tell them apart. */
function misnamedPeople(
  columns: readonly SampledColumn[],
  ofCustomer: readonly ColumnGuess[],
): ColumnGuess[] {
  const names = ofCustomer.filter(({ field }) => field === "legal_name");
  const isPerson = ({ column }: ColumnGuess): boolean =>
    valuePattern(columns.find((each) => each.column === column)?.values ?? []) === "person";
  const people = names.filter(isPerson);
  if (people.length === names.length) return [];
  return people.map(({ column }) => ({ column, field: "name", confidence: "values" }));
}
