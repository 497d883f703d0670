import type { Environment } from "./environment.ts";

/** Settings that a flag or an environment variable may replace. */
const overridePaths = [
  "language",
  "timezone",
  "dedupe.recall",
  "store.type",
  "store.path",
  "store.url",
  "store.mapping",
] as const;

export type OverridePath = (typeof overridePaths)[number];

/** Flags that the user typed, by the setting that they replace. */
export type FlagSettings = Readonly<Partial<Record<OverridePath, string>>>;

/** A value that stands above the project file. */
export interface Override {
  readonly path: OverridePath;
  readonly value: string;
  readonly from: "flag" | "environment";
}

/** `environmentName("store.path")` -> "GOLDPAN_STORE_PATH" */
export function environmentName(path: OverridePath): string {
  return `GOLDPAN_${path.replace(".", "_").toUpperCase()}`;
}

/** What flags and environment say; a flag outranks a variable, an empty variable says nothing. */
export function overridesFrom(flags: FlagSettings, environment: Environment): Override[] {
  return overridePaths.flatMap((path): Override[] => {
    const flag = flags[path];
    if (flag !== undefined) return [{ path, value: flag, from: "flag" }];
    const variable = environment[environmentName(path)] ?? "";
    return variable === "" ? [] : [{ path, value: variable, from: "environment" }];
  });
}

/** The plain value of a project file with the overrides in their places. */
export function applyOverrides(value: unknown, overrides: readonly Override[]): unknown {
  return overrides.reduce(
    (whole, { path, value: text }) => withValue(whole, path.split("."), text),
    value,
  );
}

function withValue(whole: unknown, [key, ...rest]: readonly string[], text: string): unknown {
  if (key === undefined) return text;
  // A list or a text where a map belongs is left for the schema to report.
  if (typeof whole !== "object" || whole === null || Array.isArray(whole)) {
    return whole === undefined ? { [key]: withValue(undefined, rest, text) } : whole;
  }
  const inner: unknown = Reflect.get(whole, key);
  return { ...whole, [key]: withValue(inner, rest, text) };
}
