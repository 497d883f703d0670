import { expect, test } from "vitest";
import { field } from "../model/define-field.ts";
import { defaultModel } from "./default-model.ts";
import { explainPair } from "./explain-pair.ts";
import { findDuplicates } from "./find-duplicates.ts";
import { inventName, inventPerson, inventRecord } from "./invented-records.ts";
import { packRecords } from "./pack.ts";

const born = { ...field("born_on", ["生日", "Born"], "date"), custom: true, identifies: true };
const fields = [{ ...born, compare: "date" as const }];
const people = [
  ["p:1", "Marlow", "Jessica", "1971-06-24"],
  ["p:2", "Marlow", "Jesica", "1971-06-24"],
  ["p:3", "Okafor", "Daniel", "1980-01-02"],
  ["p:4", "Tanaka", "Emi", "1991-11-30"],
] as const;
const records = people.map(([id, surname, given, date]) =>
  inventRecord(id, "contact", {
    name: [inventPerson(surname, given)],
    born_on: [date],
    customer: ["harbour"],
  }),
);

test("matches a table of its own by custom fields, with a slip in a Latin name", () => {
  const { clusters } = findDuplicates(records, { entity: "contact", fields });
  expect(clusters[0]?.members).toEqual(["p:1", "p:2"]);
});

test("explains a weight by rows that add up to it", () => {
  const packed = packRecords(records, "contact", { fields });
  const [left, right] = records;
  if (left === undefined || right === undefined) throw new Error("two records");
  const model = defaultModel("contact");
  const options = { model, granularity: "branch", recall: "normal" } as const;
  const explained = explainPair(packed, left, right, options);
  const sum = explained?.rows.reduce((total, { weightMilliBits }) => total + weightMilliBits, 0);
  expect(sum).toBe(explained?.weightMilliBits);
  expect(explained?.rows.find(({ field }) => field === "born_on")).toMatchObject({
    left: "1971-06-24",
    level: "equal",
  });
  expect(explainPair(packed, right, left, options)?.weightMilliBits).toBe(sum);
  expect(explained?.keys).toContain("custom.born_on");
  expect(explained?.keys).not.toContain("mobile");
});

test("weighs a pair against strangers and each kind of kin, of which the least counts", () => {
  const company = (id: string, region: string, norm: string) =>
    inventRecord(id, "customer", {
      legal_name: [
        inventName({ norm, brand: "宏远", region, industry: ["贸易"], form: "有限公司" }),
      ],
      phones: ["02155556666"],
    });
  const [left, right] = [
    company("c:1", "310100", "上海宏远贸易有限公司"),
    company("c:2", "110100", "北京宏远贸易有限公司"),
  ] as const;
  const packed = packRecords([left, right], "customer");
  const model = defaultModel("customer");
  const options = { model, granularity: "branch", recall: "normal" } as const;
  const explained = explainPair(packed, left, right, options);
  const { odds = [], rows = [], weightMilliBits, rules } = explained ?? {};
  expect(odds.map(({ against }) => against)).toEqual([
    "strangers",
    "other-city",
    "other-trade",
    "other-brand",
  ]);
  const least = odds.toSorted((a, b) => a.weightMilliBits - b.weightMilliBits)[0];
  expect(least).toEqual({ against: "other-city", weightMilliBits });
  expect(rows[0]).toMatchObject({ comparison: "prior", level: "other-city" });
  expect(rows.reduce((sum, row) => sum + row.weightMilliBits, 0)).toBe(weightMilliBits);
  expect(rules?.map(({ id }) => id)).toEqual(["H4"]);
  const group = explainPair(packed, left, right, { ...options, granularity: "group" });
  expect(group?.odds.map(({ against }) => against)).toEqual(["strangers"]);
});

const odds = (left: string, right: string, phones: readonly string[] = []) => {
  const company = (id: string, brand: string) =>
    inventRecord(id, "customer", {
      legal_name: [
        inventName({
          norm: `上海${brand}贸易有限公司`,
          brand,
          region: "310100",
          industry: ["贸易"],
          form: "有限公司",
        }),
      ],
      phones: [...phones],
    });
  const records = [company("c:1", left), company("c:2", right)] as const;
  const model = defaultModel("customer");
  const options = { model, granularity: "branch", recall: "normal" } as const;
  const explained = explainPair(packRecords(records, "customer"), ...records, options)?.odds ?? [];
  return new Map(explained.map(({ against, weightMilliBits }) => [against, weightMilliBits]));
};

test.each([
  ["宏远", "宏达", [], false, "a letter makes another brand, as a slip would"],
  ["宏远新", "宏远鑫", ["02155556666"], true, "a phone tells the slip"],
  ["宏远", "新宏远", [], false, "a word in front makes another brand"],
  ["宏远", "宏远", [], true, "two companies of one place bear no equal brand"],
])("%s beside %s with %j is one for other-brand: %s", (left, right, phones, isOne) => {
  const { match } = defaultModel("customer").thresholds;
  expect((odds(left, right, phones).get("other-brand") ?? 0) >= match).toBe(isOne);
});
