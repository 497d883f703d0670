import { expect, test } from "vitest";
import { evaluateGates, type Measured } from "./gates.ts";
import { scoringSettings, type GateSettings } from "./settings.ts";

const scores = (score: number | null): Measured["total"] => ({
  records: 2,
  dimensions: {
    completeness: score,
    validity: null,
    uniqueness: 787,
    freshness: null,
    consistency: null,
  },
  score,
});
const check = {
  code: "V101",
  name: "uscc-invalid",
  dimension: "validity",
  severity: "error",
  weight: 3,
  applicable: 8,
  passed: 7,
} as const;
const measured: Measured = {
  total: scores(856),
  checks: [check],
  groups: [
    { by: "department", value: "华东大区", ...scores(912), checks: [] },
    { by: "department", value: "", ...scores(498), checks: [] },
    { by: "department", value: "渠道部", ...scores(null), checks: [] },
  ],
};

const cases: readonly (readonly [
  Omit<GateSettings, "severity">,
  string,
  string,
  boolean,
  string,
])[] = [
  [{ metric: "score.overall", min: 85 }, ">= 85.0", "85.6", true, "above the limit"],
  [{ metric: "dimension.uniqueness", min: 90 }, ">= 90.0", "78.7", false, "below the limit"],
  [
    { metric: "check.V101", min: 80, max: 90 },
    ">= 80.0, <= 90.0",
    "87.5",
    true,
    "the pass rate of a check",
  ],
  [
    { metric: "score.overall", min: 60, by: "department" },
    ">= 60.0",
    "49.8 (-)",
    false,
    "the worst group, records without a department included",
  ],
  [
    { metric: "dimension.validity", min: 1 },
    ">= 1.0",
    "-",
    false,
    "what was not measured cannot pass",
  ],
];

test.each(cases)("gate %j expects %s, got %s, passed %s: %s", (gate, expected, actual, passed) => {
  const [result] = evaluateGates(measured, [{ ...gate, severity: "error" }]);
  expect(result).toMatchObject({ expected, actual, passed });
});

test("refuses a metric it does not know", () => {
  const gate = { metric: "score.total", min: 1, severity: "error" } as const;
  expect(() => evaluateGates(measured, [gate])).toThrow("Cannot evaluate a gate on `score.total`");
  expect(scoringSettings.safeParse({ gates: [gate] }).success).toBe(false);
});

test("refuses a gate without a limit", () => {
  expect(scoringSettings.safeParse({ gates: [{ metric: "score.overall" }] }).success).toBe(false);
});
