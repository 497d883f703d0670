import { expect, test } from "vitest";
import type { EntityRecord } from "../../model/record.ts";
import { prepareComparison } from "../compare-pairs.ts";
import { defaultModel } from "../default-model.ts";
import { packRecords } from "../pack.ts";
import { createSyntheticCustomers } from "../synthetic-customers.ts";
import { trainModel } from "./train-model.ts";

const { records } = createSyntheticCustomers(3000, 5);
const shipped = defaultModel("customer");

function priorOf(table: readonly EntityRecord[]): number | undefined {
  const options = { model: shipped, granularity: "branch", recall: "normal" } as const;
  const { model, isTrained } = trainModel(
    prepareComparison(packRecords(table, "customer"), options),
  );
  expect(isTrained).toBe(true);
  return model.kin.find(({ name }) => name === "other-brand")?.prior;
}

function onlyNames(record: EntityRecord): EntityRecord {
  const { legal_name: name } = record.values;
  return { ...record, values: name === undefined ? {} : { legal_name: name } };
}

test("a table with phones and people teaches how common companies of similar names are", () => {
  expect(priorOf(records)).not.toBe(4500);
});

test("a list of names cannot tell a slip from another brand, so the shipped odds stand", () => {
  expect(priorOf(records.map(onlyNames))).toBe(4500);
});
