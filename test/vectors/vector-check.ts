import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Normalized, Normalizer } from "../../src/model/normalizer.ts";

/** One row of a file of vectors: what came of it beside what was expected. */
export interface CheckedRow {
  readonly input: string;
  readonly expected: string;
  readonly got: string;
}

/** A file of vectors, or a part of one that is checked in one way. */
export interface VectorCheck {
  readonly file: string;
  /** What is compared, in a few words. */
  readonly what: string;
  readonly rows: () => readonly CheckedRow[];
}

const folder = join(import.meta.dirname, "../../../shared/data/vectors");

/** The vectors lie beside the checkout; a clone without them checks the project's own tables only. */
export const hasVectors: boolean = existsSync(folder);

export function readText(file: string): string {
  return readFileSync(join(folder, file), "utf8");
}

/** The shape of a file is the caller's to know: a change of it shows as misses. */
export function readJson<Shape>(file: string): Shape {
  return JSON.parse(readText(file)) as Shape;
}

/** Rows of a CSV without quotes around commas in the columns that matter, by the names in its first line. */
export function readTable(file: string): readonly Readonly<Record<string, string>>[] {
  const [heading = "", ...lines] = readText(file).trim().split(/\r?\n/);
  const names = heading.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""]));
  });
}

export function normalized(normalizer: Normalizer, raw: string): Normalized {
  return normalizer.normalize(raw, normalizer.observe([raw]), { repairs: "safe" });
}

export function codesOf({ findings }: Normalized): string {
  return findings.map(({ code }) => code).join(" ");
}
