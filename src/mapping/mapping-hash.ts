import { createHash } from "node:crypto";
import type { SourceMapping } from "./source-mapping.ts";
import type { StoreMapping } from "./store-mapping.ts";

/**
 * The identity of a mapping: SHA-256 of its parsed form with sorted keys, as hex. Comments, order
 * of keys, line ends and short forms do not change it.
 */
export function mappingHash(mapping: SourceMapping | StoreMapping): string {
  return createHash("sha256").update(canonicalJson(mapping)).digest("hex");
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (isMap(each) ? sortedMap(each) : each));
}

function isMap(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sortedMap(map: object): object {
  return Object.fromEntries(Object.entries(map).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
