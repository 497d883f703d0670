import { describe, expect, test } from "vitest";
import { canonicalModel } from "../../model/canonical-model.ts";
import type { EntityName } from "../../model/entity.ts";
import type { ScorableRecord } from "../../model/scorecard.ts";
import { checks, checksFor, scoringRules } from "../checks.ts";
import { scoringContext } from "../scoring-context.ts";

type Case = readonly [
  code: string,
  entity: EntityName,
  record: Partial<ScorableRecord>,
  outcome: string,
  why: string,
];

const values = (fields: Record<string, string | readonly string[]>): Partial<ScorableRecord> => ({
  values: Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === "string" ? [value] : value,
    ]),
  ),
});

/** One letter for each thing looked at: `p` passed, `F:field` failed; `` when the check does not apply. */
function outcomeOf(code: string, entity: EntityName, part: Partial<ScorableRecord>): string {
  const scope = { entity, model: canonicalModel, asOf: "2026-11-24", settings: { tiers: {} } };
  const check = checks.find(({ rule }) => rule.code === code);
  const record = {
    id: "crm:2",
    entity,
    values: {},
    findings: {},
    cluster: "crm:2",
    clusterOwners: [],
    ...part,
  };
  const told: string[] = [];
  check?.examine(record, scoringContext(scope), (passed, field) =>
    told.push(passed ? "p" : `F:${field}`),
  );
  return told.join(" ");
}

const cases: readonly Case[] = [
  [
    "C101",
    "activity",
    values({ type: "call", at: "2026-01-01" }),
    "p p F:owner",
    "each key field by itself",
  ],
  [
    "C102",
    "opportunity",
    values({ stage_changed_at: "2026-01-01" }),
    "p F:stage_evidence F:last_activity_at",
    "the tier below",
  ],
  ["C103", "customer", values({ emails: "a@zhaoda.example" }), "p", "one channel is enough"],
  ["C103", "customer", {}, "F:mobiles", "no channel at all"],
  ["V101", "customer", values({ uscc: "91440300MA5EYAMP17" }), "p", "18 letters of the standard"],
  [
    "V101",
    "customer",
    values({ uscc: "91440300MA5EYAMPI7" }),
    "F:uscc",
    "I is not in the alphabet",
  ],
  [
    "V101",
    "customer",
    { ...values({ uscc: "91440300MA5EYAMP17" }), findings: { uscc: ["N304"] } },
    "F:uscc",
    "normalizing saw a wrong check digit",
  ],
  ["V101", "customer", {}, "", "an empty code is C101's business"],
  [
    "V103",
    "customer",
    values({ phones: ["+8675528780808 ext 8", "4008001234"] }),
    "p",
    "E.164 and a hotline",
  ],
  [
    "V103",
    "contact",
    values({ mobiles: ["+8613912345678", "1380013800"] }),
    "F:mobiles",
    "one bad number fails the field",
  ],
  ["V104", "customer", values({ emails: "wang.zhaoda.com" }), "F:emails", "no at sign"],
  [
    "V104",
    "customer",
    { ...values({ emails: "w@zhaoda.con" }), findings: { emails: ["N603"] } },
    "F:emails",
    "a mistyped domain",
  ],
  [
    "V104",
    "customer",
    { ...values({ emails: "w@zhaoda,com" }), findings: { emails: ["N607"] } },
    "F:emails",
    "broken in one place",
  ],
  [
    "V104",
    "contact",
    { ...values({ emails: "w***@qq.com" }), findings: { emails: ["N609"] } },
    "F:emails",
    "letters are masked: nobody can write to it",
  ],
  [
    "V105",
    "contact",
    { ...values({ emails: "no@no.com" }), findings: { emails: ["N608"] } },
    "F:emails",
    "an address that stands for none",
  ],
  ["V105", "customer", values({ legal_name: "测试公司" }), "F:legal_name", "a test name"],
  [
    "V105",
    "customer",
    { findings: { phones: ["N003"] } },
    "F:phones",
    "无 was written and became empty",
  ],
  [
    "V105",
    "customer",
    values({ legal_name: "测试仪器(深圳)有限公司" }),
    "p",
    "a company that makes test instruments",
  ],
  [
    "V105",
    "customer",
    values({ emails: "1@1.com" }),
    "F:emails",
    "an address to get past the form",
  ],
  ["U201", "customer", { cluster: "crm:1" }, "F:", "not the representative"],
  ["U201", "contact", {}, "p", "alone"],
  ["U201", "customer", { cluster: "" }, "", "nobody looked for duplicates"],
  [
    "U202",
    "customer",
    { ...values({ owner: "王敏" }), clusterOwners: ["李强"] },
    "F:owner",
    "撞单",
  ],
  ["U202", "customer", { clusterOwners: ["李强"] }, "", "no owner of its own"],
  ["F301", "customer", values({ last_activity_at: "2026-10-25" }), "p", "30 days ago"],
  [
    "F301",
    "customer",
    values({ last_activity_at: "2026-10-24" }),
    "F:last_activity_at",
    "31 days ago",
  ],
  ["F302", "customer", values({ last_activity_at: "2026-10-10" }), "p", "45 days ago"],
  [
    "F302",
    "customer",
    values({ source_updated_at: "2026-08" }),
    "F:source_updated_at",
    "the last change stands in for the activity",
  ],
  [
    "F302",
    "customer",
    values({ last_activity_at: "2020-01-01", status: "公海" }),
    "",
    "nobody is expected to touch the pool",
  ],
  ["F301", "customer", {}, "", "no date is known"],
  [
    "K401",
    "customer",
    values({ region: "广东省深圳市", phones: "+8675528780808", uscc: "91440300MA5EYAMP17" }),
    "p",
    "three times Guangdong",
  ],
  [
    "K401",
    "customer",
    values({ address: "上海市浦东新区张江路88号", phones: "+8675528780808" }),
    "F:region",
    "Shanghai address, Shenzhen phone",
  ],
  [
    "K401",
    "customer",
    values({ region: "内蒙古自治区", phones: "+8613912345678" }),
    "",
    "a mobile says no province",
  ],
  [
    "K402",
    "customer",
    values({ status: "dormant", last_activity_at: "2026-11-20" }),
    "F:status",
    "dormant with a call last week",
  ],
  [
    "K402",
    "customer",
    values({ status: "休眠", last_activity_at: "2025-11-20" }),
    "p",
    "dormant indeed",
  ],
  ["K402", "opportunity", values({ stage: "won" }), "F:stage", "won without evidence"],
  [
    "K402",
    "opportunity",
    values({ stage: "方案报价", expected_close_on: "2026-10-31" }),
    "F:stage",
    "open after its expected close",
  ],
];

describe("checks", () => {
  test.each(cases)("%s of a %s with %j -> %s: %s", (code, entity, record, expected) => {
    expect(outcomeOf(code, entity, record)).toBe(expected);
  });

  test("are all tried above, and each is found for its entities", () => {
    expect([...new Set(cases.map(([code]) => code))].sort()).toEqual(
      scoringRules.map(({ code }) => code).sort(),
    );
    expect(checksFor("order").map(({ rule }) => rule.code)).toEqual(["C101", "C102"]);
  });

  test("carry their documentation in both languages, without ambiguous-width signs in English", () => {
    for (const { code, zh, en, why, howToFix } of scoringRules) {
      expect(code).toMatch(/^[CVUFK]\d{3}$/);
      for (const text of [zh, why.zh, howToFix.zh]) expect(text).toMatch(/\p{Script=Han}/u);
      for (const text of [en, why.en, howToFix.en]) expect(text).not.toMatch(/[.!]$/);
    }
  });
});
