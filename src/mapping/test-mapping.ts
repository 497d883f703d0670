import { GoldpanError } from "../errors.ts";
import type { Model } from "../model/entity.ts";
import { namedColumns } from "./column-layout.ts";
import { compileMapping } from "./compile-mapping.ts";
import type { MappedRecord } from "./mapped-record.ts";
import type { MappingTest, SourceMapping } from "./source-mapping.ts";

/** The outcome of one example of a mapping; both sides as text that can be laid side by side. */
export interface MappingTestResult {
  readonly name: string;
  readonly passed: boolean;
  readonly expected: string;
  readonly actual: string;
}

/**
 * Runs the examples of a mapping: each row must become the named records, in order. Fields that an
 * example does not name may hold anything.
 */
export function testMapping(mapping: SourceMapping, model: Model): MappingTestResult[] {
  return mapping.tests.map((example) => {
    const expected = textOf(example.records);
    const actual = actualText(mapping, example, model);
    return { name: example.name, passed: actual === expected, expected, actual };
  });
}

function actualText(mapping: SourceMapping, example: MappingTest, model: Model): string {
  const columns = [...new Set([...namedColumns(mapping), ...Object.keys(example.row)])];
  const cells = columns.map((column) => example.row[column] ?? "");
  try {
    const records = compileMapping(mapping, columns, model).mapRow(cells);
    return textOf(records.map((record, index) => asExample(record, example.records[index])));
  } catch (error) {
    if (error instanceof GoldpanError) return error.message;
    throw error;
  }
}

type ExampleRecord = MappingTest["records"][number];

/** A record cut down to the fields that its example names. */
function asExample(
  { entity, raw, reject }: MappedRecord,
  expected: ExampleRecord | undefined,
): ExampleRecord {
  const fields = Object.keys(expected?.values ?? raw);
  return {
    entity,
    values: Object.fromEntries(fields.map((field) => [field, raw[field] ?? []])),
    reject,
  };
}

function textOf(records: readonly ExampleRecord[]): string {
  return records
    .map(({ entity, values, reject }) =>
      JSON.stringify({ entity, values, ...(reject !== undefined && { reject }) }),
    )
    .join("\n");
}
