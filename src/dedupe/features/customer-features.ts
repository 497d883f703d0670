import type { NormalizedItem } from "../../model/normalizer.ts";
import type { ParsedAddress, ParsedCompanyName } from "../../model/parsed.ts";
import type { EntityRecord } from "../../model/record.ts";
import { isProvince, provinceOf } from "../region.ts";
import { hasValidCheckCharacter } from "./credit-code.ts";
import type { FeatureOptions } from "./feature-options.ts";
import { featureReader, type Feature, type FeatureReader } from "./feature-set.ts";
import { formNumber } from "./form-number.ts";
import { readNameTail, type NameTail } from "./name-tail.ts";
import { ordinalOf, ordinalOfBrand } from "./ordinal.ts";
import { itemsOf, keyOf, keysOf, parsedOf, phoneKeys, regionNumber } from "./read-values.ts";
import { soundsOf } from "./sounds.ts";
import { unparsedName } from "./unparsed-name.ts";

/** What the features of a customer look at. */
interface SeenCustomer {
  readonly record: EntityRecord;
  readonly name: ParsedCompanyName;
  readonly tail: NameTail;
  /** The trade words of the tail in one. */
  readonly trade: string;
  readonly address: ParsedAddress | undefined;
  readonly place: { readonly road: string; readonly door: string };
  readonly nameRegion: number;
  readonly contacts: readonly string[];
}

/** The features of a customer, custom fields aside. */
const customerFeatures: readonly Feature<SeenCustomer>[] = [
  {
    name: "name",
    kind: "text",
    dictionary: "name",
    keepsText: true,
    read: ({ name }) => name.norm,
  },
  { name: "aliases", kind: "texts", dictionary: "name", read: aliasesOf },
  { name: "brand", kind: "text", keepsText: true, read: ({ name }) => name.brand },
  { name: "brandPinyin", kind: "text", read: ({ name }) => name.brandPinyin },
  { name: "core", kind: "text", keepsText: true, read: coreOf },
  { name: "trade", kind: "text", keepsText: true, read: ({ trade }) => trade },
  { name: "nameRegion", kind: "number", read: ({ nameRegion }) => nameRegion },
  { name: "region", kind: "number", read: regionOf },
  { name: "phones", kind: "texts", read: ({ record }) => phoneKeys(record, "phones") },
  { name: "contacts", kind: "texts", read: ({ contacts }) => contacts },
  { name: "uscc", kind: "text", read: ({ record }) => creditCodeOf(record) },
  { name: "emails", kind: "texts", read: ({ record }) => keysOf(record, "emails") },
  { name: "road", kind: "text", read: ({ place }) => place.road },
  { name: "door", kind: "text", read: ({ place }) => place.door },
  { name: "form", kind: "number", read: ({ tail }) => formNumber(tail.form) },
  { name: "brandStart", kind: "number", read: ({ name }) => brandStart(name) },
  { name: "branch", kind: "text", read: ({ tail }) => tail.branch },
  { name: "ordinal", kind: "text", read: ({ name }) => ordinalIn(name) },
  { name: "isFullName", kind: "number", read: (seen) => Number(isFullName(seen)) },
  { name: "isCut", kind: "number", read: ({ name }) => Number(name.mayBeTruncated) },
  { name: "isGroup", kind: "number", read: ({ name }) => Number(name.isGroup) },
  { name: "isPerson", kind: "number", read: ({ name }) => Number(name.isPersonName) },
  { name: "sounds", kind: "texts", read: ({ record, name }) => soundsOf(name, latinNames(record)) },
  { name: "industries", kind: "texts", keepsText: true, read: ({ tail }) => tail.trades },
  { name: "domains", kind: "texts", read: ({ record }) => domainsOf(record) },
  { name: "registration", kind: "text", read: ({ record }) => keyOf(record, "registration_no") },
  { name: "tax", kind: "text", read: ({ record }) => keyOf(record, "tax_no").toUpperCase() },
];

/** What matching reads of a customer. A name that nobody parsed counts as all brand. */
export function customerReader({ contactField }: FeatureOptions): FeatureReader {
  return featureReader(customerFeatures, (record) => {
    const name = companyName(record);
    const tail = readNameTail(name, () => inBrackets(record));
    const address = parsedOf(record, "address", "address");
    return {
      record,
      name,
      tail,
      trade: joined(tail.trades),
      address,
      place: placeOf(record, address),
      nameRegion: regionNumber(name.region),
      contacts: contactField === undefined ? [] : keysOf(record, contactField),
    };
  });
}

function ordinalIn({ branch, norm, brand }: ParsedCompanyName): string {
  return ordinalOf(branch || norm) || ordinalOfBrand(brand, norm);
}

function creditCodeOf(record: EntityRecord): string {
  const code = keyOf(record, "uscc").toUpperCase();
  return hasValidCheckCharacter(code) ? code : "";
}

function aliasesOf({ record, name }: SeenCustomer): readonly string[] {
  const former = itemsOf(record, "former_names");
  const short = itemsOf(record, "short_name");
  const english = keyOf(record, "english_name");
  if (former.length + short.length === 0 && english === "") return name.aliases;
  return [...name.aliases, ...[...former, ...short].map((item) => normOf(item)), english];
}

function coreOf({ name, trade }: SeenCustomer): string {
  return name.industry.length > 0 ? name.brand + trade : name.brand;
}

/** Names have one or two trade words, for which a list is too much work to be joined. */
function joined(words: readonly string[]): string {
  let text = "";
  for (const word of words) text += word;
  return text;
}

function brandStart({ norm, brand }: ParsedCompanyName): number {
  return Math.max(0, norm.indexOf(brand));
}

function isFullName({ name, tail }: SeenCustomer): boolean {
  return tail.form !== "" || name.industry.length > 0;
}

/**
 * Where a company sits: the region in its name, and where that is a province the place in it that
 * the rest of the record tells. A branch sits elsewhere than the company that its name speaks of.
 */
function regionOf({ record, tail, address, nameRegion }: SeenCustomer): number {
  const isOpen = nameRegion === 0 || isProvince(nameRegion);
  if (tail.branch !== "" || !isOpen) return nameRegion;
  const other = otherRegion(record, address);
  if (nameRegion === 0) return other;
  return provinceOf(other) === provinceOf(nameRegion) ? other : nameRegion;
}

const noTexts: readonly string[] = [];
const brackets = /[（(]([^（()）]+)[)）]/gu;

/** What stands in brackets as the name shows it: `华宸（深圳）诊所` -> "深圳" */
function inBrackets(record: EntityRecord): readonly string[] {
  const shown = itemsOf(record, "legal_name")[0]?.display ?? "";
  if (!shown.includes("(") && !shown.includes("（")) return noTexts;
  return [...shown.matchAll(brackets)].map(([, text = ""]) => text);
}

/** Names in Latin letters as they are written, with spaces between their words. */
function latinNames(record: EntityRecord): string[] {
  const shown = itemsOf(record, "legal_name").map(({ display }) => display);
  for (const { display } of itemsOf(record, "english_name")) shown.push(display);
  return shown;
}

function domainsOf(record: EntityRecord): readonly string[] {
  const items = itemsOf(record, "emails");
  return items.length === 0 ? noTexts : items.map(domainOf).filter(isText);
}

/** The domain of a company, "" for one where everybody has an address. */
function domainOf({ parsed }: NormalizedItem): string {
  return parsed?.kind === "email" && !parsed.isPublicDomain ? parsed.domain : "";
}

function isText(text: string): boolean {
  return text !== "";
}

function companyName(record: EntityRecord): ParsedCompanyName {
  const parsed = parsedOf(record, "legal_name", "company-name");
  return parsed ?? unparsedName(keyOf(record, "legal_name"));
}

function normOf(item: NormalizedItem): string {
  return item.parsed?.kind === "company-name" ? item.parsed.norm : item.key;
}

/** Road and number; an address that nobody parsed counts as both. */
function placeOf(
  record: EntityRecord,
  address: ParsedAddress | undefined,
): { readonly road: string; readonly door: string } {
  const { road = "", number = "" } = address ?? {};
  if (road !== "") return { road, door: number === "" ? "" : road + number };
  const key = keyOf(record, "address");
  if (!/\p{Script=Han}/u.test(key)) return { road: key, door: key };
  return { road: "", door: number };
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
