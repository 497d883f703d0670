import type { EntityName } from "../../model/entity.ts";
import type { NormalizedItem } from "../../model/normalizer.ts";
import type { EntityRecord } from "../../model/record.ts";
import { companyName } from "../../normalize/company-name/company-name.ts";
import { foldKey } from "../../text/fold.ts";
import type { ReferenceKey } from "../../workspace/reference-keys.ts";

/** Entities that others refer to by text. */
export const referredEntities: readonly EntityName[] = ["customer", "contact", "opportunity"];

/** Everything by which other records may name this one. `"crm:1"` -> its code, names, phones ... */
export function recordKeys(record: EntityRecord): ReferenceKey[] {
  const { entity, system } = record;
  const code = keysOf(record, "source_code").map((key) => plain("code", `${system}|${key}`));
  if (entity === "customer") return [...code, ...customerKeys(record)];
  if (entity === "contact") return [...code, ...contactKeys(record)];
  const names = itemsOf(record, "name").map(({ display }) => plain("name", foldKey(display)));
  return entity === "opportunity" ? [...code, ...names] : [];
}

/** A full name, its brand with its trade, and other names; equal full names are one company. */
function customerKeys(record: EntityRecord): ReferenceKey[] {
  const [name] = itemsOf(record, "legal_name");
  const own = nameKeyOf(name);
  const others = ["short_name", "former_names", "english_name"].flatMap((field) =>
    itemsOf(record, field).map(nameKeyOf),
  );
  const aliases = name?.parsed?.kind === "company-name" ? name.parsed.aliases : [];
  return [
    ...keysOf(record, "uscc").map((key) => plain("uscc", key)),
    { kind: "name", key: own, detail: "" },
    ...[...others, ...aliases.map(keyOfName)].map((key) => ({ kind: "alias", key, detail: own })),
    ...coreKeys(name, regionOf(record)),
  ].filter(({ key }) => key !== "");
}

/** One brand in one trade and one prefecture is one company. */
function coreKeys(name: NormalizedItem | undefined, region: string): ReferenceKey[] {
  const core = coreOf(name);
  if (core === "") return [];
  return [{ kind: "core", key: core, detail: region }, plain("core-in", `${region}|${core}`)];
}

/** Prefecture of the name, else of region or address: four digits, "" when nothing says one. */
function regionOf(record: EntityRecord): string {
  const [address] = itemsOf(record, "address");
  const codes = [
    prefectureOf(itemsOf(record, "legal_name")[0]),
    (itemsOf(record, "region")[0]?.key ?? "").slice(0, 4),
    address?.parsed?.kind === "address" ? address.parsed.region.slice(0, 4) : "",
  ];
  return codes.find((code) => code !== "") ?? "";
}

/** `"深圳市华宸精密"` -> "4403", the prefecture that a company name names */
export function prefectureOf(item: NormalizedItem | undefined): string {
  return item?.parsed?.kind === "company-name" ? item.parsed.region.slice(0, 4) : "";
}

function contactKeys(record: EntityRecord): ReferenceKey[] {
  const people = keysOf(record, "name");
  const [customer] = itemsOf(record, "customer");
  const phones = [...itemsOf(record, "mobiles"), ...itemsOf(record, "phones")].filter(
    ({ key, parsed }) => key !== "" && !(parsed?.kind === "phone" && parsed.isPlaceholder),
  );
  return [
    ...keysOf(record, "external_userid").map((key) => plain("account", key)),
    ...keysOf(record, "wechat_id").map((key) => plain("account", key)),
    ...phones.map(({ key }) => ({ kind: "phone", key, detail: people[0] ?? record.id })),
    ...keysOf(record, "emails").map((key) => ({
      kind: "email",
      key,
      detail: people[0] ?? record.id,
    })),
    ...people.map((key) => ({ kind: "person", key, detail: nameKeyOf(customer) || record.id })),
    ...people.flatMap((key) => personAt(key, customer)),
  ];
}

/** A person in a company: by the record of the company, and by its name. */
function personAt(person: string, customer: NormalizedItem | undefined): ReferenceKey[] {
  if (customer === undefined) return [];
  const places = [customer.key, nameKeyOf(customer)].filter((each) => each !== "");
  return places.map((place) => plain("person-at", `${place}|${person}`));
}

const plain = (kind: string, key: string): ReferenceKey => ({ kind, key, detail: "" });

function itemsOf(record: EntityRecord, field: string): readonly NormalizedItem[] {
  return record.values[field]?.items ?? [];
}

function keysOf(record: EntityRecord, field: string): string[] {
  return itemsOf(record, field)
    .map(({ key }) => key)
    .filter((key) => key !== "");
}

/** The key of a company's name, "" when there is none. A reference that is tied has an id for its key. */
export function nameKeyOf(item: NormalizedItem | undefined): string {
  if (item === undefined) return "";
  if (!item.key.includes(":")) return item.key;
  return keyOfName(item.display);
}

function keyOfName(name: string): string {
  return companyName.normalize(name, undefined, { repairs: "safe" }).key;
}

/** Brand, trade and branch together: what a colleague writes instead of the full name. */
export function coreOf(item: NormalizedItem | undefined): string {
  if (item?.parsed?.kind !== "company-name") return "";
  const { brand, industry, branch } = item.parsed;
  return brand === "" || industry.length === 0 ? "" : brand + industry.join("") + branch;
}
