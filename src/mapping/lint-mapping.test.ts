import { expect, test } from "vitest";
import { describe as describeError } from "../errors.ts";
import { canonicalModel } from "../model/canonical-model.ts";
import { lintMapping } from "./lint-mapping.ts";
import { parseSourceMapping } from "./parse-mapping.ts";

const text = `version: 1
source: { files: [a.csv], system: crm }
entity: contact
fields:
  customer: 公司
  name: [姓名, 昵称]
  mobiles: [手机, 电话]
  decision_role: { from: 角色, values: { 老板: decision_maker, 总监: decision_maker, 采购: purchaser } }
`;

test("what is lost or left out is named", () => {
  const mapping = parseSourceMapping(text, "m.yaml", canonicalModel);
  const columns = ["公司", "姓名", "手机", "角色", "生日"];
  const found = lintMapping(mapping, canonicalModel, columns);
  expect(found.map(({ code, details }) => describeError(code, details, "en"))).toEqual([
    "Column `生日` is not used",
    "No column gives `title` of `contact`, which weighs most in completeness",
    "`name` holds one value, but `姓名`, `昵称` may both have one: only the first is kept",
    '`decision_role`: "老板", "总监" all become "decision_maker", the difference is lost',
  ]);
});
