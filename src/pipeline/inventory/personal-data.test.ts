import { expect, test } from "vitest";
import { canonicalModel, findField } from "../../model/canonical-model.ts";
import type { EntityName } from "../../model/entity.ts";
import type { PersonalClass } from "../../model/inventory.ts";
import { personalColumn, personalIn } from "./personal-data.ts";

test.each<[string, PersonalClass[]]>([
  ["13800138000", ["mobile"]],
  ["找王经理138-0013-8000, li@huachen.example", ["mobile", "email"]],
  ["１３８００１３８０００", ["mobile"]],
  ["11010519491231002X", ["resident-id"]],
  ["身份证 110105 19491231 002x", ["resident-id"]],
  ["110105194912310021", []],
  ["6222021234567890128", ["bank-card"]],
  ["wxid_abc123", ["wechat"]],
  ["91440300MA5EYAMP17", []],
  ["订单 20240305123456789", []],
  ["0755-28780808", []],
])("%s holds %s", (text, classes) => {
  expect(personalIn(text)).toEqual(classes);
});

test.each<[string, EntityName | null, string | null, PersonalClass | undefined]>([
  ["联系人", "contact", "name", "person-name"],
  ["手机", "contact", "mobiles", "phone"],
  ["电话", "customer", "phones", undefined],
  ["微信号", "contact", "wechat_id", "wechat"],
  ["法定代表人", "customer", "legal_representative", "person-name"],
  ["联系人", "activity", "contact", "person-name"],
  ["出生日期", null, null, "birthday"],
  ["身份证号", null, null, "resident-id"],
  ["客户名称", "customer", "legal_name", undefined],
])("the column %s of %s.%s is %s", (heading, entity, field, expected) => {
  const known = entity === null ? undefined : findField(canonicalModel, entity, field ?? "");
  expect(personalColumn(heading, entity, known)).toBe(expected);
});
