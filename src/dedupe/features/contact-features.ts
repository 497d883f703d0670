import type { ParsedPerson } from "../../model/parsed.ts";
import type { EntityRecord } from "../../model/record.ts";
import type { FeatureOptions } from "./feature-options.ts";
import type { FeatureColumn, FeatureSet } from "./feature-set.ts";
import { itemsOf, keyOf, parsedOf, phoneKeys } from "./read-values.ts";

/** The features of a contact, custom fields aside. */
export const contactColumns: readonly FeatureColumn[] = [
  { name: "name", kind: "text", keepsText: true },
  { name: "surname", kind: "text" },
  { name: "given", kind: "text" },
  { name: "namePinyin", kind: "text" },
  { name: "isTitleOnly", kind: "number" },
  { name: "customer", kind: "text" },
  { name: "mobiles", kind: "texts" },
  { name: "phones", kind: "texts" },
  { name: "emails", kind: "texts" },
  { name: "wechat", kind: "text" },
  { name: "externalId", kind: "text" },
  { name: "department", kind: "text" },
];

/** What matching reads of a contact. Role mailboxes (info@) say nothing about a person. */
export function readContactFeatures(record: EntityRecord, options: FeatureOptions): FeatureSet {
  const person = parsedOf(record, "name", "person");
  return {
    texts: {
      ...nameTexts(record, person),
      customer: [options.links?.get(record.id) ?? customerKey(record)],
      mobiles: phoneKeys(record, "mobiles"),
      phones: phoneKeys(record, "phones"),
      emails: personalEmails(record),
      wechat: [keyOf(record, "wechat_id")],
      externalId: [keyOf(record, "external_userid")],
      department: [keyOf(record, "department")],
    },
    numbers: { isTitleOnly: person !== undefined && person.given === "" ? 1 : 0 },
  };
}

function nameTexts(record: EntityRecord, person: ParsedPerson | undefined): FeatureSet["texts"] {
  if (person === undefined) return { name: [keyOf(record, "name")] };
  return {
    name: [person.surname + person.given],
    surname: [person.surname],
    given: [person.given],
    namePinyin: [person.given === "" ? "" : person.pinyin],
  };
}

function customerKey(record: EntityRecord): string {
  const name = parsedOf(record, "customer", "company-name");
  return name?.norm ?? keyOf(record, "customer");
}

function personalEmails(record: EntityRecord): string[] {
  return itemsOf(record, "emails")
    .filter((item) => item.key !== "" && !(item.parsed?.kind === "email" && item.parsed.isRole))
    .map((item) => item.key);
}
