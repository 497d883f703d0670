import { describe, expect, test } from "vitest";
import { canonicalModel } from "../../model/canonical-model.ts";
import { field } from "../../model/define-field.ts";
import type { EntityRecord, RecordValue } from "../../model/record.ts";
import { entityFeatures } from "./entity-features.ts";
import { matchingFields } from "./matching-fields.ts";

/** The names of the fields that feature extraction asks for. */
function askedFields(entity: "customer" | "contact"): string[] {
  const asked = new Set<string>();
  const values = new Proxy<Record<string, RecordValue>>(
    {},
    { get: (_, name) => void asked.add(String(name)) },
  );
  const record: EntityRecord = {
    id: "a:1",
    entity,
    system: "a",
    sourceRow: 1,
    exportedAt: "",
    values,
    extra: {},
  };
  entityFeatures(entity, {}).read([record]);
  return [...asked].toSorted();
}

describe("matchingFields", () => {
  test.each(["customer", "contact"] as const)("names what the features of a %s read", (entity) => {
    const { fields } = canonicalModel.entities[entity];
    const names = matchingFields(entity, { fields }).map(({ name }) => name);
    expect(names.toSorted()).toEqual(askedFields(entity));
  });

  test("adds custom fields that identify and the field of contacts", () => {
    const own = field("udi", ["产品标识", "UDI"], "code", { identifies: true });
    const fields = [
      { ...own, custom: true },
      { ...own, name: "color", identifies: false, custom: true },
      field("contacts", ["联系人", "Contacts"], "person"),
    ];
    const found = matchingFields("customer", { fields, contactField: "contacts" });
    expect(found.map(({ name }) => name)).toEqual(["udi", "contacts"]);
  });
});
