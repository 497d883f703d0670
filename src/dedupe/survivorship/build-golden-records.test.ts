import { describe, expect, test } from "vitest";
import { canonicalModel } from "../../model/canonical-model.ts";
import type { EntityRecord } from "../../model/record.ts";
import { inventName, inventRecord } from "../invented-records.ts";
import { survivorshipSettings, type SurvivorshipSettings } from "../settings.ts";
import { buildGoldenRecords } from "./build-golden-records.ts";

const full = inventName({ norm: "上海宏远贸易有限公司", brand: "宏远", form: "llc" });
const longer = inventName({ norm: "上海宏远国际贸易发展有限公司", brand: "宏远", form: "llc" });

function build(records: readonly EntityRecord[], settings: Partial<SurvivorshipSettings> = {}) {
  const members = records.map(({ id }) => id).toSorted();
  const [golden] = buildGoldenRecords(
    [{ members, reviewPending: false }],
    new Map(records.map((record) => [record.id, record])),
    { model: canonicalModel, settings: { ...survivorshipSettings.parse({}), ...settings } },
  );
  return golden;
}

describe("buildGoldenRecords", () => {
  const records = [
    inventRecord(
      "crm:1",
      "customer",
      { legal_name: [longer], level: ["A"], phones: ["1", "2"], employees: ["9"] },
      { exportedAt: "2024-01-01" },
    ),
    inventRecord(
      "erp:1",
      "customer",
      { legal_name: [full], uscc: ["91310115MA1K35J01P"], level: ["B"], phones: ["2", "3"] },
      { exportedAt: "2025-01-01" },
    ),
    inventRecord("erp:2", "customer", { level: ["B"], employees: ["80"] }),
  ];

  test.each([
    ["legal_name", ["上海宏远贸易有限公司"], ["erp:1 credit_code_holder"], "registered name wins"],
    ["level", ["B"], ["erp:1 most_recent"], "newest export wins"],
    ["phones", ["1", "2", "3"], ["crm:1", "crm:1", "erp:1"], "lists are united in stable order"],
    ["uscc", ["91310115MA1K35J01P"], ["erp:1 only_value"], "nobody disagrees"],
  ])("%s becomes %j", (field, items, provenance) => {
    const value = build(records)?.values[field];
    expect(value?.items).toEqual(items);
    const sources = value?.provenance.map(({ record, rule }) =>
      rule === "concat_set" ? record : `${record} ${rule}`,
    );
    expect(sources).toEqual(provenance);
  });

  test.each([
    [{ systems: ["crm"] }, "level", "A", "source_priority"],
    [{ fields: { customer: { level: ["most_frequent"] } } }, "level", "B", "most_frequent"],
    [{ fields: { customer: { employees: ["max"] } } }, "employees", "80", "max"],
    [{ fields: { customer: { employees: ["min"] } } }, "employees", "9", "min"],
  ] as const)("follows the settings %j", (settings, field, item, rule) => {
    const value = build(records, settings)?.values[field];
    expect(value?.items).toEqual([item]);
    expect(value?.provenance[0]?.rule).toBe(rule);
  });

  test("gives a tie to the smallest record id, whatever the order", () => {
    const tied = ["b:2", "b:1"].map((id) => inventRecord(id, "customer", { source: [id] }));
    expect(build(tied)?.values["source"]?.items).toEqual(["b:1"]);
    expect(build(tied.toReversed())).toEqual(build(tied));
  });

  test("prefers a value without findings", () => {
    const [good] = [inventRecord("b:2", "customer", { uscc: ["right"] })];
    const bad = inventRecord("b:1", "customer", { uscc: ["wrong!"] });
    const flagged = {
      ...bad,
      values: { uscc: { items: bad.values["uscc"]?.items ?? [], findings: ["V101"] } },
    };
    expect(build([flagged, good])?.values["uscc"]?.items).toEqual(["right"]);
  });

  test("takes the region from the record of the address, and the last touch whoever reports it", () => {
    const value = {
      address: ["深圳市龙岗区五和大道12号"],
      region: ["深圳"],
      last_activity_at: ["2024-05-01"],
    };
    const near = inventRecord("b:1", "customer", value, { exportedAt: "2025-01-01" });
    const newer = { region: ["上海"], last_activity_at: ["2023-01-01"] };
    const far = inventRecord("b:2", "customer", newer, { exportedAt: "2026-01-01" });
    const golden = build([near, far]);
    expect(golden?.values["region"]?.items).toEqual(["深圳"]);
    expect(golden?.values["last_activity_at"]).toEqual({
      items: ["2024-05-01"],
      provenance: [{ record: "b:1", rule: "max" }],
    });
  });

  test("keeps the columns without a field, each by itself", () => {
    const first = { ...inventRecord("b:1", "customer", {}, { exportedAt: "2025-01-01" }) };
    const second = { ...inventRecord("b:2", "customer", {}, { exportedAt: "2026-01-01" }) };
    const golden = build([
      { ...first, extra: { 花色: "红", 尺寸: "大" } },
      { ...second, extra: { 花色: "蓝" } },
    ]);
    expect(golden?.values["extra"]).toEqual({
      items: ['{"尺寸":"大","花色":"蓝"}'],
      provenance: [
        { record: "b:1", rule: "kept_columns" },
        { record: "b:2", rule: "kept_columns" },
      ],
    });
  });
});
