import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Node } from "yaml";
import type { Place } from "../errors.ts";

/** Keys and indexes from the top of the document down to a value. */
export type YamlPath = readonly PropertyKey[];

/** A spot in the text, and the line it stands in. */
export interface YamlSpot {
  readonly place: Place;
  readonly excerpt: string;
}

/** A parsed YAML text that still knows where each key and value stands. */
export interface YamlDocument {
  readonly value: unknown;
  /** Mistakes of YAML itself: broken indentation, a key that stands twice. */
  readonly mistakes: readonly { readonly reason: string; readonly spot: YamlSpot }[];
  /** Where the value at a path stands; where the deepest value above it stands when it is missing. */
  spotOfValue(path: YamlPath): YamlSpot;
  /** Where the last key of a path stands. */
  spotOfKey(path: YamlPath): YamlSpot;
}

/** Parses YAML 1.2 and keeps positions; never throws, mistakes are listed. */
export function readYaml(text: string, file: string): YamlDocument {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const lines = text.split(/\r?\n/);
  const spotAt = (offset: number): YamlSpot => {
    const { line, col } = lineCounter.linePos(offset);
    return { place: { file, row: line, column: col }, excerpt: lines[line - 1] ?? "" };
  };
  const valueAt = (path: YamlPath): Node | null => deepestNode(document.contents, path);
  return {
    value: document.errors.length === 0 ? document.toJS() : undefined,
    mistakes: document.errors.map(({ message, pos }) => ({
      reason: message,
      spot: spotAt(pos[0]),
    })),
    spotOfValue: (path) => spotAt(offsetOf(valueAt(path))),
    spotOfKey: (path) =>
      spotAt(offsetOf(keyNode(valueAt(path.slice(0, -1)), path.at(-1)) ?? valueAt(path))),
  };
}

function offsetOf(node: Node | null): number {
  return node?.range?.[0] ?? 0;
}

function deepestNode(top: Node | null, path: YamlPath): Node | null {
  let node = top;
  for (const step of path) {
    const next = childNode(node, step);
    if (next === null) break;
    node = next;
  }
  return node;
}

function childNode(node: Node | null, step: PropertyKey): Node | null {
  if (isSeq(node)) return nodeOrNull(node.items[Number(step)]);
  return isMap(node) ? nodeOrNull(pairOf(node, step)?.value) : null;
}

function keyNode(node: Node | null, key: PropertyKey | undefined): Node | null {
  return isMap(node) ? nodeOrNull(pairOf(node, key)?.key) : null;
}

function pairOf(
  map: { readonly items: readonly { readonly key: unknown; readonly value: unknown }[] },
  key: PropertyKey | undefined,
): { readonly key: unknown; readonly value: unknown } | undefined {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));
}

function nodeOrNull(value: unknown): Node | null {
  return isNode(value) ? value : null;
}

/** The plain value at a path, undefined when there is none. */
export function valueAt(top: unknown, path: YamlPath): unknown {
  let value = top;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}
