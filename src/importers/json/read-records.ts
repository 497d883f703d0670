import type { Finding } from "../../model/finding.ts";
import type { RawRow } from "../raw-row.ts";
import { chunksOf, toUtf8, type WrittenText } from "../utf8-chunks.ts";
import { cutPieces, ElementCutter, lineCutter, type PieceCutter } from "./cut-pieces.ts";
import { asObject, parseJson, type JsonObject, type JsonValue } from "./json-value.ts";

/** A file of many records: an array of them, or one a line. */
export interface RecordFile {
  readonly path: string;
  readonly text: WrittenText;
  readonly layout: "array" | "lines";
}

/** A record, or a text that is none and why. */
export type JsonRecord = JsonObject | BrokenRecord;

export class BrokenRecord {
  readonly text: string;
  /** It is a value of JSON, but no object. */
  readonly isJson: boolean;
  readonly finding: Finding;

  constructor(text: string, value: JsonValue | undefined, isWhole: boolean) {
    this.text = text.slice(0, keptOfBroken);
    this.isJson = value !== undefined;
    this.finding = { code: isWhole ? "I116" : "I113", severity: "error" };
  }

  /** The row that is set aside for it. */
  rowAt(row: number): RawRow {
    return { row, cells: [this.text], text: this.text, broken: this.finding };
  }
}

const mostKeysNamed = 20;

/** Nothing of a file is left out without a word. */
export function unreadKeys(keys: readonly string[]): Finding[] {
  if (keys.length === 0) return [];
  return [{ code: "I136", severity: "info", detail: keys.slice(0, mostKeysNamed).join(", ") }];
}

/** JSON that is no record of those around it. */
export function strayRecord(value: JsonValue): BrokenRecord {
  return new BrokenRecord(JSON.stringify(value), value, true);
}

const keptOfBroken = 4096;

/** How the file is laid out, or undefined for a document that is one object. */
export async function layoutOf(
  path: string,
  text: WrittenText,
): Promise<RecordFile["layout"] | undefined> {
  let objects = 0;
  for await (const piece of cutPieces(toUtf8(chunksOf(path), text), lineCutter)) {
    const line = piece.text.trimStart();
    if (line.trim() === "") continue;
    if (objects === 0 && line.startsWith("[")) return "array";
    if (asObject(tryParse(line)) === undefined) return undefined;
    objects += 1;
    if (objects > 1) return "lines";
  }
  return undefined;
}

/** The records one after the other, each time from the file; memory does not grow with it. */
export async function* readRecords({ path, text, layout }: RecordFile): AsyncGenerator<JsonRecord> {
  const isArray = layout === "array";
  const cutter: PieceCutter = isArray ? new ElementCutter() : lineCutter;
  for await (const piece of cutPieces(toUtf8(chunksOf(path), text), cutter)) {
    if (piece.text.trim() === "") continue;
    const value = tryParse(piece.text);
    yield asObject(value) ?? new BrokenRecord(piece.text.trim(), value, piece.isWhole);
  }
}

function tryParse(text: string): JsonValue | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
