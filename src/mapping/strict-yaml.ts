import { z } from "zod";
import { GoldpanError, type Problem } from "../errors.ts";
import { nearestName } from "./nearest-name.ts";
import { readYaml, valueAt, type YamlDocument, type YamlPath } from "./yaml-document.ts";

/** Whose codes the problems get: `MAPPING_UNKNOWN_KEY` or `CONFIG_UNKNOWN_KEY`. */
export type StrictArea = "MAPPING" | "CONFIG";

/** The typed value of a YAML file, or what is wrong with it; the document still knows the places. */
export interface StrictRead<T> {
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
  readonly document: YamlDocument;
}

interface StrictOptions<T> {
  readonly schema: z.ZodType<T>;
  readonly area: StrictArea;
  /** What happens to the plain value before it meets the schema. */
  readonly prepare?: (value: unknown) => unknown;
}

interface Reading {
  readonly area: StrictArea;
  readonly schema: z.ZodType;
  readonly document: YamlDocument;
  readonly value: unknown;
}

type Issue = z.core.$ZodIssue;

/**
 * Reads a YAML file by a strict schema: every mistake of the whole file is listed with its place,
 * an unknown key with the name that was probably meant.
 */
export function readStrictYaml<T>(
  text: string,
  file: string,
  { schema, area, prepare = (value) => value }: StrictOptions<T>,
): StrictRead<T> {
  const document = readYaml(text, file);
  if (document.mistakes.length > 0) {
    const problems = document.mistakes.map(({ reason, spot }): Problem => ({
      code: `${area}_NOT_YAML`,
      details: { reason },
      ...spot,
    }));
    return { value: undefined, problems, document };
  }
  const value = prepare(document.value ?? {});
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data, problems: [], document };
  const reading = { area, schema, document, value };
  const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, [], reading));
  return { value: undefined, problems, document };
}

/** The one error for all mistakes of a file, in the order in which they stand in it. */
export function notValid(
  area: StrictArea,
  file: string,
  problems: readonly Problem[],
): GoldpanError {
  const sorted = problems.toSorted(
    (a, b) => (a.place?.row ?? 0) - (b.place?.row ?? 0) || columnOf(a) - columnOf(b),
  );
  return new GoldpanError(
    `${area}_NOT_VALID`,
    { file, count: problems.length },
    { place: { file }, problems: sorted },
  );
}

function columnOf(problem: Problem): number {
  return Number(problem.place?.column ?? 0);
}

function problemsOf(issue: Issue, above: YamlPath, reading: Reading): Problem[] {
  const path = [...above, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => unknownKey([...path, key], reading));
  }
  if (issue.code === "invalid_key") return [wrongValue(issue, path, reading, "key")];
  if (issue.code !== "invalid_union") return [wrongValue(issue, path, reading, "value")];
  const branch = issue.errors.find((errors) => errors.every((each) => !missesRoot(each)));
  if (branch !== undefined) return branch.flatMap((each) => problemsOf(each, path, reading));
  return [wrongValue(issue, path, reading, "value")];
}

/** The value is of another kind than this branch of the union: not the branch that was meant. */
function missesRoot(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === "invalid_union") return issue.errors.every((each) => each.some(missesRoot));
  return issue.code === "invalid_type" || issue.code === "invalid_value";
}

function unknownKey(path: YamlPath, { area, schema, document }: Reading): Problem {
  const known = knownKeys(z.toJSONSchema(schema, { io: "input" }), path.slice(0, -1));
  const key = String(path.at(-1));
  const details = { key, nearest: nearestName(key, known) };
  return { code: `${area}_UNKNOWN_KEY`, details, ...document.spotOfKey(path) };
}

function wrongValue(
  issue: Issue,
  path: YamlPath,
  { area, document, value }: Reading,
  part: "key" | "value",
): Problem {
  const key = path.join(".");
  const found = part === "key" ? path.at(-1) : valueAt(value, path);
  const spot = part === "key" ? document.spotOfKey(path) : document.spotOfValue(path);
  if (found === undefined) {
    return { code: `${area}_MISSING_KEY`, details: { key }, ...spot };
  }
  if (issue.code === "invalid_value") {
    const written = JSON.stringify(found);
    const nearest = nearestName(written, issue.values.map(String));
    const details = { key, found: written, nearest };
    return { code: `${area}_UNKNOWN_VALUE`, details, ...spot };
  }
  const kind = issue.code === "invalid_type" ? "TYPE" : "VALUE";
  const details = { key, expected: expectedBy(issue), found: JSON.stringify(found) };
  return { code: `${area}_WRONG_${kind}`, details, ...spot };
}

/** What would have been right, in the words of YAML, which are the same in both languages. */
function expectedBy(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.expected;
    case "invalid_value":
      return issue.values.map((value) => `"${String(value)}"`).join(" | ");
    case "invalid_union":
      return [...new Set(issue.errors.flat().map(expectedBy))].join(" | ");
    case "too_small":
      return `>= ${issue.minimum}`;
    case "too_big":
      return `<= ${issue.maximum}`;
    case "invalid_format":
      return issue.pattern ?? issue.format;
    default:
      return issue.message;
  }
}

/** The keywords of JSON Schema that lead further down. */
interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaPart>> | undefined;
  readonly additionalProperties?: SchemaPart | undefined;
  readonly items?: SchemaPart | readonly SchemaPart[] | undefined;
  readonly anyOf?: readonly SchemaPart[] | undefined;
  readonly propertyNames?: SchemaPart | undefined;
  readonly enum?: readonly unknown[] | undefined;
}

type SchemaPart = SchemaNode | boolean;

/** The keys that the schema allows at a path, over all branches of its unions. */
function knownKeys(schema: SchemaNode, path: YamlPath): string[] {
  let nodes = branches(schema);
  for (const step of path) nodes = nodes.flatMap((node) => stepInto(node, step)).flatMap(branches);
  return [...new Set(nodes.flatMap(keysOf))];
}

function keysOf({ propertyNames, properties }: SchemaNode): string[] {
  const names = typeof propertyNames === "object" ? propertyNames.enum : undefined;
  return names === undefined ? Object.keys(properties ?? {}) : names.map(String);
}

function branches(node: SchemaPart): SchemaNode[] {
  if (typeof node === "boolean") return [];
  return node.anyOf === undefined ? [node] : node.anyOf.flatMap(branches);
}

function stepInto(node: SchemaNode, step: PropertyKey): SchemaPart[] {
  const isIndex = typeof step === "number";
  return isIndex
    ? [node.items ?? []].flat()
    : [node.properties?.[String(step)] ?? node.additionalProperties ?? []].flat();
}
