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

/** The named columns of a CSV without quotes around commas in those that matter. */
export function readTable<Name extends string>(
  file: string,
  names: readonly Name[],
): readonly Readonly<Record<Name, string>>[] {
  const [heading = "", ...lines] = readText(file).trim().split(/\r?\n/);
  const columns = heading.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    const pairs = names.map((name) => [name, cells[columns.indexOf(name)] ?? ""] as const);
    // Object.fromEntries forgets the names that it was given.
    return Object.fromEntries(pairs) as Record<Name, string>;
  });
}

export function normalized(normalizer: Normalizer, raw: string): Normalized {
  return normalizer.normalize(raw, normalizer.observe([raw]), { repairs: "safe" });
}

export function codesOf({ findings }: Normalized): string {
  return findings.map(({ code }) => code).join(" ");
}
