import Database from "better-sqlite3";
import { expect, test } from "vitest";
import type { EntityName } from "../model/entity.ts";
import type { EntityRecord, RecordChange } from "../model/record.ts";
import { insertRecordBatches, RecordBatchWriter } from "./record-batch.ts";
import { recordRow } from "./records.ts";
import { migrations } from "./migrations.ts";

function record(entity: EntityName, number: number, text: string): EntityRecord {
  const name = { display: text, key: text.toLowerCase() };
  return {
    id: `crm:${text}${number}`,
    entity,
    system: number % 3 === 0 ? "erp" : "crm",
    sourceRow: number,
    exportedAt: number % 2 === 0 ? "2026-11-20" : "",
    values: { name: { items: [name], findings: [] } },
    extra: number % 5 === 0 ? { 备注: text } : {},
  };
}

const changes: readonly Omit<RecordChange, "record">[] = [
  { field: "name", rule: "N101", before: "華宸", after: "华宸" },
];

test("records come into their tables as if they were written one by one", () => {
  const database = new Database(":memory:");
  for (const migration of migrations) database.exec(migration);
  const records = ["A", "华宸", "\u{20000}", "\ud800"].flatMap((text, at) =>
    (["customer", "contact"] as const).map((entity) => record(entity, at, text)),
  );
  // More of one label than one statement takes, and a number that does not divide.
  const many = Array.from({ length: 41 }, (_, at) => record("customer", 6 * at + 6, "多"));
  const long = record("customer", 9, "长".repeat(100_000));
  const writer = new RecordBatchWriter([]);
  const insert = insertRecordBatches(database, (entity) => `record_${entity}`);
  for (const some of [records, many, [long], []]) {
    for (const each of some) writer.add(each, each.sourceRow === 1 ? changes : []);
    insert(writer.take());
  }
  const stored = (entity: EntityName): unknown =>
    database.prepare(`SELECT * FROM record_${entity}`).raw().all();
  const expected = (entity: EntityName): unknown =>
    [...records, ...many, long]
      .filter((each) => each.entity === entity)
      .map((each) => recordRow(each, each.sourceRow === 1 ? changes : [], []).map(wellFormed));
  expect(stored("customer")).toEqual(expected("customer"));
  expect(stored("contact")).toEqual(expected("contact"));
});

/** As UTF-8 has it. */
function wellFormed(value: string | number): string | number {
  return typeof value === "string" ? Buffer.from(value).toString() : value;
}
