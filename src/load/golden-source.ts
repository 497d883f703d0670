import type { SourceKey } from "../stores/store.ts";

/** The system under which golden ids stand in the crosswalk. */
const goldenSystem = "goldpan";

/** `goldenKey("g-1f")` -> the key of a golden record in the crosswalk */
export function goldenKey(goldenId: string): SourceKey {
  return { system: goldenSystem, key: goldenId };
}

/** `goldenLink("g-1f")` -> `"goldpan:g-1f"`, the same key as one word */
export function goldenLink(goldenId: string): string {
  return `${goldenSystem}:${goldenId}`;
}

/** `sourceKey("crm:8841")` -> `{ system: "crm", key: "8841" }` (`contracts.md` 3) */
export function sourceKey(record: string): SourceKey {
  const colon = record.indexOf(":");
  return { system: record.slice(0, Math.max(colon, 0)), key: record.slice(colon + 1) };
}
