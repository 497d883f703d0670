import { expect, test } from "vitest";
import { canonicalModel } from "../model/canonical-model.ts";
import { nearHeading } from "./near-heading.ts";

const near = nearHeading(canonicalModel.entities.customer);

test.each<[string, string | undefined, string]>([
  ["客户名称X", "legal_name", "one letter added"],
  ["rec_id", undefined, "shares letters with PARENTID, but means no parent"],
  ["Parnt Account", "parent", "one letter was lost"],
  ["status_code_2", undefined, "an unknown column of another system"],
  ["联系人生日", undefined, "联系人 stands in it, but is something else"],
  ["x", undefined, "one letter is close to everything"],
])("%s -> %s: %s", (heading, field) => {
  expect(near(heading)).toBe(field);
});
