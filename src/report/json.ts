import { byCodePoint } from "../text/code-point.ts";

/**
 * A value as JSON with sorted keys, two spaces and a final line feed, so that equal values are
 * equal bytes; `format` comes first, as readers look for it. `{ b: 1, a: 2 }` -> `a` before `b`
 */
export function stableJson(value: unknown): string {
  return `${JSON.stringify(value, sortKeys, 2)}\n`;
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).toSorted(([left], [right]) => byFormatFirst(left, right)),
  );
}

function byFormatFirst(left: string, right: string): number {
  if (left === "format" || right === "format") return left === "format" ? -1 : 1;
  return byCodePoint(left, right);
}
