import type { NormalizedItem } from "../model/normalizer.ts";
import type { ParsedCompanyName, ParsedPerson } from "../model/parsed.ts";
import type { EntityRecord, RecordValue } from "../model/record.ts";
import { unparsedName } from "./features/unparsed-name.ts";

/** Values of an invented record: texts, which are their own keys, or items with a parse. */
export type InventedValues = Readonly<Record<string, readonly (string | NormalizedItem)[]>>;

/** An invented record for tests: `inventRecord("crm:1", "customer", { uscc: ["91..."] })` */
export function inventRecord(
  id: string,
  entity: EntityRecord["entity"],
  values: InventedValues,
  rest: Partial<Pick<EntityRecord, "system" | "exportedAt">> = {},
): EntityRecord {
  const entries = Object.entries(values).map(([field, texts]): [string, RecordValue] => [
    field,
    { items: texts.map(itemOf), findings: [] },
  ]);
  const [system = ""] = id.split(":");
  const base = { id, entity, system, sourceRow: 0, exportedAt: "", extra: {} };
  return { ...base, ...rest, values: Object.fromEntries(entries) };
}

/** A company name with its parts: `inventName({ norm: "上海宏远贸易有限公司", brand: "宏远", ... })` */
export function inventName(parts: InventedName): NormalizedItem {
  return { display: parts.norm, key: parts.norm, parsed: inventParsedName(parts) };
}

type InventedName = Partial<ParsedCompanyName> & { readonly norm: string };

/** The same as the parser leaves it; what is not told is empty, and the brand all of the name. */
export function inventParsedName(parts: InventedName): ParsedCompanyName {
  return { ...unparsedName(parts.norm), ...parts };
}

/** A person's name: `inventPerson("欧阳", "明月", "ouyang mingyue")` */
export function inventPerson(surname: string, given: string, pinyin = ""): NormalizedItem {
  const title = given === "" ? "经理" : "";
  const parsed: ParsedPerson = { kind: "person", surname, given, title, gender: "", pinyin };
  return { display: surname + given + title, key: surname + given, parsed };
}

function itemOf(value: string | NormalizedItem): NormalizedItem {
  return typeof value === "string" ? { display: value, key: value } : value;
}
