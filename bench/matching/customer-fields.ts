import { canonicalModel } from "../../src/model/canonical-model.ts";
import { field } from "../../src/model/define-field.ts";
import type { Field } from "../../src/model/entity.ts";

const used = ["legal_name", "uscc", "phones", "emails", "address", "region"];

/** The fields of the benchmark's rows, with a column for people as many customer lists have it. */
export const customerFields: readonly Field[] = [
  ...canonicalModel.entities.customer.fields.filter(({ name }) => used.includes(name)),
  field("contacts", ["联系人", "Contacts"], "person", { list: true }),
];
