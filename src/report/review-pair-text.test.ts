import { expect, test } from "vitest";
import { reviewPairText, type ReviewPair } from "./review-pair-text.ts";

const pair: ReviewPair = {
  entity: "customer",
  left: "crm:8841",
  right: "wecom:907",
  weightMilliBits: 1000,
  reason: "",
  rules: ["H4"],
  fields: [
    {
      field: "legal_name",
      left: "上海宏远贸易有限公司浦东分公司",
      right: "上海宏远贸易有限公司浦西分公司",
      agrees: false,
    },
    { field: "department", left: "华东大区", right: "华东大区", agrees: true },
  ],
};
const place = { number: 1, total: 3 };

test("shows two records side by side where they fit", () => {
  const lines = reviewPairText(pair, place, { language: "zh", width: 100 }).split("\n");
  expect(lines[4]).toBe(
    "  客户名称  上海宏远贸易有限公司浦东分公司  上海宏远贸易有限公司浦西分公司",
  );
  expect(lines[5]).toMatch(/^ {2}部门 +华东大区 +华东大区 +=/);
});

test("shows them one below the other on a narrow screen, and cuts no name", () => {
  const text = reviewPairText(pair, place, { language: "zh", width: 50 });
  expect(text.split("\n").slice(2)).toEqual([
    "    1  crm:8841",
    "    2  wecom:907",
    "  客户名称",
    "    1  上海宏远贸易有限公司浦东分公司",
    "    2  上海宏远贸易有限公司浦西分公司",
    "  部门  = 相同",
    "    1  华东大区",
    "    2  华东大区",
    "  H4  地区不同且无强证据",
    "",
  ]);
});
