import type { ParsedAddress, ParsedCompanyName } from "../../model/parsed.ts";
import type { EntityRecord } from "../../model/record.ts";
import { hasValidCheckCharacter } from "./credit-code.ts";
import type { FeatureOptions } from "./feature-options.ts";
import type { FeatureColumn, FeatureSet } from "./feature-set.ts";
import { formNumber } from "./form-number.ts";
import { readNameTail, type NameTail } from "./name-tail.ts";
import { ordinalOf } from "./ordinal.ts";
import { itemsOf, keyOf, keysOf, parsedOf, phoneKeys, regionNumber } from "./read-values.ts";
import { soundsOf } from "./sounds.ts";

/** The features of a customer, custom fields aside. */
export const customerColumns: readonly FeatureColumn[] = [
  { name: "name", kind: "text", dictionary: "name", keepsText: true },
  { name: "aliases", kind: "texts", dictionary: "name" },
  { name: "brand", kind: "text", keepsText: true },
  { name: "brandPinyin", kind: "text" },
  { name: "core", kind: "text", keepsText: true },
  { name: "trade", kind: "text", keepsText: true },
  { name: "nameRegion", kind: "number" },
  { name: "region", kind: "number" },
  { name: "phones", kind: "texts" },
  { name: "contacts", kind: "texts" },
  { name: "uscc", kind: "text" },
  { name: "emails", kind: "texts" },
  { name: "road", kind: "text" },
  { name: "door", kind: "text" },
  { name: "form", kind: "number" },
  { name: "brandStart", kind: "number" },
  { name: "branch", kind: "text" },
  { name: "ordinal", kind: "text" },
  { name: "isFullName", kind: "number" },
  { name: "isCut", kind: "number" },
  { name: "isGroup", kind: "number" },
  { name: "isPerson", kind: "number" },
  { name: "sounds", kind: "texts" },
  { name: "industries", kind: "texts", keepsText: true },
  { name: "domains", kind: "texts" },
  { name: "registration", kind: "text" },
  { name: "tax", kind: "text" },
];

/** What matching reads of a customer. A name that nobody parsed counts as all brand. */
export function readCustomerFeatures(record: EntityRecord, options: FeatureOptions): FeatureSet {
  const name = companyName(record);
  const address = parsedOf(record, "address", "address");
  const nameRegion = regionNumber(name.region);
  const tail = readNameTail(name, inBrackets(record));
  const uscc = keyOf(record, "uscc").toUpperCase();
  return {
    texts: {
      ...nameTexts(record, name, tail),
      ...emailTexts(record),
      uscc: [hasValidCheckCharacter(uscc) ? uscc : ""],
      registration: [keyOf(record, "registration_no")],
      tax: [keyOf(record, "tax_no").toUpperCase()],
      phones: phoneKeys(record, "phones"),
      contacts: options.contactField === undefined ? [] : keysOf(record, options.contactField),
      ...addressTexts(record),
    },
    numbers: {
      form: formNumber(tail.form),
      brandStart: Math.max(0, name.norm.indexOf(name.brand)),
      isCut: name.mayBeTruncated ? 1 : 0,
      isGroup: name.isGroup ? 1 : 0,
      isPerson: name.isPersonName ? 1 : 0,
      isFullName: tail.form !== "" || name.industry.length > 0 ? 1 : 0,
      nameRegion,
      // A branch sits elsewhere than the company that its name speaks of.
      region: nameRegion || (tail.branch === "" ? otherRegion(record, address) : 0),
    },
  };
}

function nameTexts(
  record: EntityRecord,
  name: ParsedCompanyName,
  { trades, branch }: NameTail,
): FeatureSet["texts"] {
  const others = [...itemsOf(record, "former_names"), ...itemsOf(record, "short_name")];
  return {
    name: [name.norm],
    aliases: [
      ...name.aliases,
      ...others.map((item) => normOf(item)),
      keyOf(record, "english_name"),
    ],
    brand: [name.brand],
    brandPinyin: [name.brandPinyin],
    core: [name.brand + (name.industry.length > 0 ? trades.join("") : "")],
    trade: [trades.join("")],
    industries: trades,
    sounds: soundsOf(name, latinNames(record)),
    branch: [branch],
    ordinal: [ordinalOf(name.branch === "" ? name.norm : name.branch)],
  };
}

/** What stands in brackets as the name shows it: `华宸（深圳）诊所` -> "深圳" */
function inBrackets(record: EntityRecord): string[] {
  const shown = itemsOf(record, "legal_name")[0]?.display ?? "";
  return [...shown.matchAll(/[（(]([^（()）]+)[)）]/gu)].map(([, text = ""]) => text);
}

/** Names in Latin letters as they are written, with spaces between their words. */
function latinNames(record: EntityRecord): string[] {
  const items = [...itemsOf(record, "legal_name"), ...itemsOf(record, "english_name")];
  return items.map(({ display }) => display);
}

function emailTexts(record: EntityRecord): FeatureSet["texts"] {
  const domains = itemsOf(record, "emails").flatMap(({ parsed }) =>
    parsed?.kind === "email" && !parsed.isPublicDomain ? [parsed.domain] : [],
  );
  return { emails: keysOf(record, "emails"), domains };
}

function companyName(record: EntityRecord): ParsedCompanyName {
  const parsed = parsedOf(record, "legal_name", "company-name");
  return parsed ?? unparsed(keyOf(record, "legal_name"));
}

function unparsed(norm: string): ParsedCompanyName {
  return {
    kind: "company-name",
    norm,
    region: "",
    brand: norm,
    brandPinyin: "",
    industry: [],
    form: "",
    branch: "",
    isGroup: false,
    isPersonName: false,
    mayBeTruncated: false,
    aliases: [],
  };
}

function normOf(item: ReturnType<typeof itemsOf>[number]): string {
  return item.parsed?.kind === "company-name" ? item.parsed.norm : item.key;
}

/** Road and number; an address that nobody parsed counts as both. */
function addressTexts(record: EntityRecord): FeatureSet["texts"] {
  const address = parsedOf(record, "address", "address");
  const { road = "", number = "" } = address ?? {};
  const key = keyOf(record, "address");
  if (road === "" && !/\p{Script=Han}/u.test(key)) return { road: [key], door: [key] };
  return { road: [road], door: [number === "" ? "" : road + number] };
}

/** Where the company is when its name does not say: region field, address, area code. */
function otherRegion(record: EntityRecord, address: ParsedAddress | undefined): number {
  return (
    regionNumber(keyOf(record, "region")) ||
    regionNumber(address?.region ?? "") ||
    phoneRegion(record)
  );
}

/** The area code of a landline says where the company is when nothing else does. */
function phoneRegion(record: EntityRecord): number {
  for (const { parsed } of itemsOf(record, "phones")) {
    if (parsed?.kind === "phone" && parsed.type === "landline") return regionNumber(parsed.region);
  }
  return 0;
}
