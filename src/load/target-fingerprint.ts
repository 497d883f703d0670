import type { StoreFingerprint } from "../stores/store.ts";

/** A fingerprint as a plan keeps it: `lineage schema serial`. */
export function fingerprintText({ lineage, schema, serial }: StoreFingerprint): string {
  return `${lineage} ${schema} ${serial}`;
}

/** How a store differs from the one a plan was made against. */
export type TargetDifference = "none" | "later runs" | "schema" | "other store";

/** `compareTarget(manifest.targetFingerprint, await store.fingerprint())` -> the gravest difference */
export function compareTarget(planned: string, found: StoreFingerprint): TargetDifference {
  const [lineage, schema, serial] = planned.split(" ");
  if (lineage !== found.lineage && lineage !== "new") return "other store";
  if (schema !== found.schema) return "schema";
  return serial === String(found.serial) ? "none" : "later runs";
}
