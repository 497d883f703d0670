import type { ComparedTable } from "../compared-table.ts";
import type { Granularity } from "../granularity.ts";
import { contactKeys } from "./contact-keys.ts";
import { customKeys } from "./custom-keys.ts";
import { customerKeys } from "./customer-keys.ts";
import type { KeyFamily } from "./key-family.ts";
import type { Recall } from "./recall.ts";

/**
 * The families of keys for a table, strongest first: the first one that finds a pair is credited.
 */
export function blockingKeys(
  table: ComparedTable,
  recall: Recall,
  granularity: Granularity = "branch",
): KeyFamily[] {
  const own: Partial<Record<string, (table: ComparedTable, recall: Recall) => KeyFamily[]>> = {
    customer: customerKeys,
    contact: contactKeys,
  };
  const families = [...(own[table.packed.entity]?.(table, recall) ?? []), ...customKeys(table)];
  return granularity === "group" ? families.map(acrossPlaces) : families;
}

/** Companies of one group sit in many cities: a brand is enough to meet. */
function acrossPlaces(family: KeyFamily): KeyFamily {
  if (family.name !== "brand") return family;
  return { ...family, mostOwnLetters: undefined, needsPlace: false, isOpen: undefined };
}
