import type { ParsedPerson } from "../../model/parsed.ts";
import type { EntityRecord } from "../../model/record.ts";
import type { FeatureOptions } from "./feature-options.ts";
import { featureReader, type Feature, type FeatureReader } from "./feature-set.ts";
import { itemsOf, keyOf, parsedOf, phoneKeys } from "./read-values.ts";

/** What the features of a contact look at. */
interface SeenContact {
  readonly record: EntityRecord;
  /** undefined for a name that nobody parsed. */
  readonly person: ParsedPerson | undefined;
  readonly customer: string;
}

/** The features of a contact, custom fields aside. Role mailboxes (info@) say nothing about a person. */
const contactFeatures: readonly Feature<SeenContact>[] = [
  { name: "name", kind: "text", keepsText: true, read: nameOf },
  { name: "surname", kind: "text", read: ({ person }) => person?.surname ?? "" },
  { name: "given", kind: "text", read: ({ person }) => person?.given ?? "" },
  { name: "namePinyin", kind: "text", read: ({ person }) => pinyinOf(person) },
  { name: "isTitleOnly", kind: "number", read: ({ person }) => (person?.given === "" ? 1 : 0) },
  { name: "customer", kind: "text", read: ({ customer }) => customer },
  { name: "mobiles", kind: "texts", read: ({ record }) => phoneKeys(record, "mobiles") },
  { name: "phones", kind: "texts", read: ({ record }) => phoneKeys(record, "phones") },
  { name: "emails", kind: "texts", read: ({ record }) => personalEmails(record) },
  { name: "wechat", kind: "text", read: ({ record }) => keyOf(record, "wechat_id") },
  { name: "externalId", kind: "text", read: ({ record }) => keyOf(record, "external_userid") },
  { name: "department", kind: "text", read: ({ record }) => keyOf(record, "department") },
];

/** What matching reads of a contact. */
export function contactReader({ links }: FeatureOptions): FeatureReader {
  return featureReader(contactFeatures, (record) => ({
    record,
    person: parsedOf(record, "name", "person"),
    customer: links?.get(record.id) ?? customerKey(record),
  }));
}

function nameOf({ record, person }: SeenContact): string {
  return person === undefined ? keyOf(record, "name") : person.surname + person.given;
}

function pinyinOf(person: ParsedPerson | undefined): string {
  return person === undefined || person.given === "" ? "" : person.pinyin;
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
