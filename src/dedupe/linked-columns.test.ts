import { describe, expect, test } from "vitest";
import { inventPerson, inventRecord } from "./invented-records.ts";
import { withContacts, withCustomers } from "./linked-columns.ts";
import { packRecords } from "./pack.ts";
import { columnOf } from "./packed-records.ts";

const people = [
  inventRecord("p:1", "contact", { name: [inventPerson("王", "敏")] }),
  inventRecord("p:2", "contact", { name: [inventPerson("王", "")] }),
  inventRecord("p:3", "contact", { name: [inventPerson("李", "强")] }),
  inventRecord("p:4", "contact", { name: [inventPerson("王", "敏")] }),
];
const contacts = packRecords(people, "contact");
const customers = packRecords(
  ["c:1", "c:2", "c:3"].map((id) => inventRecord(id, "customer", {})),
  "customer",
);

describe("withContacts", () => {
  const owners = [1, 1, 1, 1];
  const { offsets, values, counts } = columnOf(
    withContacts(customers, contacts, (at) => owners[at] ?? -1),
    "contacts",
  );
  const names = columnOf(contacts, "name").values;

  test("gives a customer the names of its contacts once, and no titles", () => {
    expect([...offsets]).toEqual([0, 0, 2, 2]);
    expect(new Set(values)).toEqual(new Set([names[0], names[2]]));
    expect(counts[names[0] ?? 0]).toBe(1);
  });

  test("leaves out contacts without a customer", () => {
    const none = withContacts(customers, contacts, () => -1);
    expect(columnOf(none, "contacts").values).toHaveLength(0);
  });
});

test("withCustomers gives contacts of one cluster the same customer", () => {
  const clusters = ["c:1", "", "c:1", "c:2"];
  const { values } = columnOf(
    withCustomers(contacts, (at) => clusters[at] ?? ""),
    "customer",
  );
  expect([...values]).toEqual([1, 0, 1, 2]);
});
