import { identifierChecks } from "./identifier-checks.ts";
import { missReasons } from "./miss-reasons.ts";
import { nameChecks } from "./name-checks.ts";
import { textChecks } from "./text-checks.ts";
import { valueChecks } from "./value-checks.ts";
import type { CheckedRow, VectorCheck } from "./vector-check.ts";

export interface Miss extends CheckedRow {
  readonly file: string;
  /** Empty when nobody has said why: the test does not let that pass. */
  readonly reason: string;
}

export interface CheckedFile {
  readonly check: VectorCheck;
  readonly total: number;
  readonly misses: readonly Miss[];
}

/** Every file of vectors with the rows that are read otherwise than it says. */
export function checkVectors(): readonly CheckedFile[] {
  const checks = [...identifierChecks, ...valueChecks, ...textChecks, ...nameChecks];
  return checks.map((check) => {
    const rows = check.rows();
    const misses = rows
      .filter(({ expected, got }) => expected !== got)
      .map((row) => ({ ...row, file: check.file, reason: reasonOf(check.file, row.input) }));
    return { check, total: rows.length, misses };
  });
}

function reasonOf(file: string, input: string): string {
  return missReasons.find(([name, pattern]) => name === file && pattern.test(input))?.[2] ?? "";
}

/** `docs/reference/vectors.md`: what the normalizers make of the shared vectors, each miss with its reason. */
export function vectorsPage(files: readonly CheckedFile[]): string {
  const summary = files.map(
    ({ check, total, misses }) =>
      `| ${check.file} | ${check.what} | ${total} | ${total - misses.length} | ${misses.length} |`,
  );
  return [
    "# Shared vectors",
    "",
    "Made by `node scripts/make-reference.ts`; a test holds it. Each row of the shared vectors goes through the normalizers; a row that",
    "is read otherwise than the file says is listed with the reason why it stays so.",
    "",
    "| file | compared | rows | right | otherwise |",
    "| --- | --- | --- | --- | --- |",
    ...summary,
    ...files.flatMap(sectionOf),
    "",
  ].join("\n");
}

function sectionOf({ check, misses }: CheckedFile): readonly string[] {
  if (misses.length === 0) return [];
  const rows = misses.map(
    ({ input, expected, got, reason }) =>
      `| ${cell(input)} | ${cell(expected)} | ${cell(got)} | ${reason} |`,
  );
  return [
    "",
    `## ${check.file}`,
    "",
    "| row | expected | read as | why |",
    "| --- | --- | --- | --- |",
    ...rows,
  ];
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replace(/\s+/g, " ").trim();
}
