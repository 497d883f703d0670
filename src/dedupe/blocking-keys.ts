import { deletionKeys, letterKeys } from "./deletion-keys.ts";
import {
  combinedKeys,
  valueReader,
  type KeyFamily,
  type KeyPart,
  type ValueReader,
} from "./key-family.ts";
import { columnOf, type PackedRecords } from "./packed-records.ts";
import { rareBigrams } from "./rare-bigrams.ts";
import { cityOf } from "./region.ts";

export type Recall = "normal" | "high";

/** Custom fields that take part in pairs of fields; more would square the number of keys. */
const mostPairedFields = 10;

/** The families of keys for an entity, strongest first: the first one that finds a pair is credited. */
export function blockingKeys(packed: PackedRecords, recall: Recall): KeyFamily[] {
  const own: Partial<Record<string, (packed: PackedRecords, recall: Recall) => KeyFamily[]>> = {
    customer: customerKeys,
    contact: contactKeys,
  };
  return [...(own[packed.entity]?.(packed, recall) ?? []), ...customKeys(packed)];
}

function customerKeys(packed: PackedRecords, recall: Recall): KeyFamily[] {
  const key = keyMaker(packed);
  return [
    key("uscc", ["uscc"], 400),
    key("registration", ["registration"], 400),
    key("tax", ["tax"], 400),
    combinedKeys(packed, "name", [bothNames(packed)], {
      cap: 120,
      refineBy: refiner(packed, "region"),
    }),
    key("phone", ["phones"], 60),
    key("email", ["emails"], 60),
    key("domain", ["domains"], 20),
    key("domain+contact", ["domains", "contacts"], 60),
    key("contact+phone", ["contacts", "phones"], 60),
    ...brandKeys(packed),
    ...mistypedBrandKeys(packed),
    bigramKeys(packed, "core", recall),
  ];
}

function brandKeys(packed: PackedRecords): KeyFamily[] {
  const key = keyMaker(packed);
  const city = cityReader(packed);
  const core = refiner(packed, "core");
  return [
    combinedKeys(packed, "brand+city", ["brand", city], { cap: 200, refineBy: core }),
    key("brand+industry", ["brand", "industries"], 200),
    key("brand+contact", ["brand", "contacts"], 100),
    combinedKeys(packed, "pinyin+city", ["brandPinyin", city], { cap: 150, refineBy: core }),
    key("pinyin+industry", ["brandPinyin", "industries"], 150),
    key("pinyin", ["brandPinyin"], 30),
  ];
}

function mistypedBrandKeys(packed: PackedRecords): KeyFamily[] {
  const brand = columnOf(packed, "brand");
  const city = cityReader(packed);
  const weak = (name: string, parts: readonly KeyPart[], cap: number): KeyFamily =>
    combinedKeys(packed, name, parts, { cap, isWeak: true });
  return [
    weak("deletion+city", [deletionKeys(brand), city], 80),
    weak("deletion+industry", [deletionKeys(brand), "industries"], 80),
    weak("letter+city+industry", [letterKeys(brand), city, "industries"], 60),
    weak("contact+city+industry", ["contacts", city, "industries"], 60),
  ];
}

/** The net under everything else: rare pairs of letters; `high` casts it wider. */
function bigramKeys(packed: PackedRecords, column: string, recall: Recall): KeyFamily {
  const [count, cap] = recall === "high" ? [4, 100] : [2, 40];
  const grams = rareBigrams(columnOf(packed, column), count);
  return combinedKeys(packed, "bigram", [grams], { cap, isWeak: true });
}

function contactKeys(packed: PackedRecords, recall: Recall): KeyFamily[] {
  const key = keyMaker(packed);
  return [
    key("mobile", ["mobiles"], 60),
    key("email", ["emails"], 60),
    key("external-id", ["externalId"], 60),
    key("wechat", ["wechat"], 60),
    key("name+customer", ["name", "customer"], 60),
    key("pinyin+customer", ["namePinyin", "customer"], 60),
    key("surname+customer", ["surname", "customer"], 30),
    key("name+phone", ["name", "phones"], 60),
    key("name", ["name"], 30),
    bigramKeys(packed, "name", recall),
  ];
}

/** Each custom field by itself, and each two fields together: wrong in one, they meet in the others. */
function customKeys(packed: PackedRecords): KeyFamily[] {
  const fields = packed.customFields.map(({ name }) => `custom.${name}`);
  const paired = [...("name" in packed.columns ? ["name"] : []), ...fields];
  const pairs = paired
    .slice(0, mostPairedFields)
    .flatMap((left, at, all) => all.slice(at + 1).map((right) => [left, right] as const));
  const key = keyMaker(packed);
  return [
    ...fields.map((field) => key(field, [field], 40)),
    ...pairs.map((pair) => key(pair.join("+"), pair, 60)),
  ];
}

function keyMaker(
  packed: PackedRecords,
): (name: string, columns: readonly string[], cap: number) => KeyFamily {
  return (name, columns, cap) => combinedKeys(packed, name, columns, { cap });
}

/** The name and every alias as one kind of key, so that a former name meets a name. */
function bothNames(packed: PackedRecords): ValueReader {
  const name = valueReader(packed, "name");
  const aliases = valueReader(packed, "aliases");
  return (record, visit) => {
    name(record, visit);
    aliases(record, visit);
  };
}

function cityReader(packed: PackedRecords): ValueReader {
  const { values } = columnOf(packed, "region");
  return (record, visit) => {
    const city = cityOf(values[record] ?? 0);
    if (city !== 0) visit(city);
  };
}

function refiner(packed: PackedRecords, column: string): (record: number) => number {
  const { values } = columnOf(packed, column);
  return (record) => values[record] ?? 0;
}
