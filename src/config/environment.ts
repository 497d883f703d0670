import type { Problem } from "../errors.ts";
import type { YamlDocument, YamlPath } from "../mapping/yaml-document.ts";

/** The environment variables of the process. */
export type Environment = Readonly<Record<string, string | undefined>>;

const reference = /\$\{(\w+)\}/g;

/** A text with each `${NAME}` replaced; a name that is not set stays as it is. */
export function expandText(text: string, environment: Environment): string {
  return text.replaceAll(reference, (whole, name: string) => environment[name] ?? whole);
}

/** The same value with `${NAME}` replaced in all its texts. */
export function expandValue(value: unknown, environment: Environment): unknown {
  if (typeof value === "string") return expandText(value, environment);
  if (Array.isArray(value)) return value.map((each: unknown) => expandValue(each, environment));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([key, each]) => [key, expandValue(each, environment)]));
}

/** Every `${NAME}` of a document that the environment does not have, with its place. */
export function missingVariables(
  document: YamlDocument,
  environment: Environment,
): readonly Problem[] {
  return leavesOf(document.value).flatMap(({ path, value }) =>
    [...String(value).matchAll(reference)]
      .map(([, name = ""]) => name)
      .filter((name) => environment[name] === undefined)
      .map((name): Problem => {
        const details = { key: path.join("."), name };
        return { code: "CONFIG_ENV_MISSING", details, ...document.spotOfValue(path) };
      }),
  );
}

/** A value that holds no other values, and where it stands. */
export interface Leaf {
  readonly path: YamlPath;
  readonly value: string | number | boolean | null | undefined;
}

/** Everything in a value that is no map and no list, in order. */
export function leavesOf(value: unknown, path: YamlPath = []): Leaf[] {
  if (Array.isArray(value)) {
    return value.flatMap((each: unknown, index) => leavesOf(each, [...path, index]));
  }
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, each]) => leavesOf(each, [...path, key]));
  }
  // YAML and zod give nothing but these besides maps and lists.
  return [{ path, value: value as Leaf["value"] }];
}
