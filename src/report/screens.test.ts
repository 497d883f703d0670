import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import type { PlanOperation } from "../model/plan.ts";
import type { Scorecard } from "../model/scorecard.ts";
import { decisionsText } from "./decisions-text.ts";
import { dedupeSummary } from "./dedupe-summary.ts";
import { evaluationText } from "./evaluation-text.ts";
import { codeText, recordsText } from "./explanation-text.ts";
import { findingsFile, findingsText } from "./findings-text.ts";
import { importSummary } from "./import-summary.ts";
import { initSummary } from "./init-summary.ts";
import { inventoryText } from "./inventory-text.ts";
import { loadSummary } from "./load-summary.ts";
import { normalizeSummary } from "./normalize-summary.ts";
import { planText, type PlanView } from "./plan-text.ts";
import { rollbackText, type RollbackResult } from "./rollback-text.ts";
import { runText } from "./run-text.ts";
import { runsText } from "./runs-text.ts";
import { scorecardMarkdown } from "./scorecard-markdown.ts";
import { scorecardText } from "./scorecard-text.ts";
import { verifyText } from "./verify-text.ts";

const en = { language: "en" } as const;
const zh = { language: "zh" } as const;
const lines = (...all: readonly string[]): string => `${all.join("\n")}\n`;

const scores = (completeness: number, score: number) => ({
  dimensions: {
    completeness,
    validity: 950,
    uniqueness: 881,
    freshness: null,
    consistency: 846,
  },
  score,
});
const check = {
  code: "V101",
  name: "uscc-invalid",
  dimension: "validity",
  severity: "error",
  weight: 3,
  applicable: 8388,
  passed: 7980,
} as const;
const scorecard: Scorecard = {
  format: "goldpan.scorecard/1",
  entity: "customer",
  on: "golden",
  asOf: "2026-11-24",
  model: "0123456789abcdef",
  total: { records: 8388, ...scores(853, 785) },
  checks: [check, { ...check, code: "C101", name: "key-field-empty", passed: 8388 }],
  groups: [
    { by: "department", value: "", records: 1368, ...scores(410, 498), checks: [] },
    { by: "department", value: "华东大区", records: 7020, ...scores(912, 858), checks: [] },
  ],
  gates: [
    { name: "score.overall", expected: ">= 60.0", actual: "78.5", passed: true, severity: "error" },
    { name: "unique", expected: ">= 90.0", actual: "88.1", passed: false, severity: "error" },
  ],
  coveragePerMille: 850,
};
const rules = [
  {
    code: "V101",
    name: "uscc-invalid",
    zh: "统一社会信用代码无效",
    en: "The unified social credit code is not one that can exist",
  },
];

const dedupe = {
  entity: "customer",
  records: 24_894,
  candidatePairs: 61_230,
  match: 3870,
  possible: 412,
  questions: 398,
  weakBridges: 12,
  duplicateClusters: 1602,
  golden: 21_914,
  inGolden: 24_890,
  archived: 0,
  rejected: 4,
  matchAtMilliBits: 9000,
  possibleAtMilliBits: 2000,
  certificate: {
    records: 1204,
    truePairs: 812,
    precision: { value: 0.996, low: 0.991, high: 0.998 },
    recall: { value: 0.952, low: 0.94, high: 0.961 },
  },
};

const operation: PlanOperation = {
  seq: 1,
  entity: "customer",
  table: "customer",
  kind: "update",
  goldenId: "g-000913",
  key: 10_482,
  beforeHash: "x",
  afterHash: "y",
  before: { legal_name: "华宸精密技术有限公司（深圳）", phones: null },
  after: { legal_name: "华宸精密技术有限公司", phones: "+8675528780808" },
  refs: { owner: "g-000031" },
  sources: ["crm:8841"],
  links: [],
  reason: "",
};
const none = { insert: 0, update: 0, same: 0, merge: 0, archive: 0, skip: 0, reject: 0, review: 0 };
const plan: PlanView = {
  target: "crm.db",
  manifest: {
    counts: { customer: { ...none, golden: 2125, insert: 1240, update: 883, reject: 2 } },
  },
  operations: [operation],
  rejects: [
    { entity: "customer", goldenId: "g-000914", field: "", reason: "L106 legal_name" },
    { entity: "customer", goldenId: "g-000915", field: "employees", reason: "L201 6" },
  ],
  leftOut: 2,
  rejected: 2,
  rejectedValues: 1,
};

const rollback: RollbackResult = {
  undoes: "2026-11-21-1",
  target: "crm.db",
  dryRun: false,
  rows: 5334,
  keptRows: 2,
  keptValues: 2,
  kept: [
    { entity: "customer", key: 10_977, column: "owner", loaded: 31, now: 44, why: "edited" },
    { entity: "contact", key: 88_120, column: "", loaded: null, now: null, why: "deleted" },
  ],
};

describe("scorecard", () => {
  test("shows groups, worst checks, gates and the verdict last", () => {
    expect(scorecardText(scorecard, rules, en)).toBe(
      lines(
        "Data health 78.5 / 100   Customer, 2026-11-24",
        "",
        "  Department       Records  Complete  Valid  Unique  Fresh  Consistent  Score",
        "  ---------------  -------  --------  -----  ------  -----  ----------  -----",
        "  华东大区           7,020      91.2   95.0    88.1      -        84.6   85.8",
        "  (no department)    1,368      41.0   95.0    88.1      -        84.6   49.8",
        "",
        "Worst checks",
        "  Check  Name          Meaning                                                   Failed",
        "  -----  ------------  --------------------------------------------------------  ------",
        "  V101   uscc-invalid  The unified social credit code is not one that can exist     408",
        "",
        "  Gate           Expected  Actual  Result",
        "  -------------  --------  ------  ------",
        "  score.overall  >= 60.0   78.5    passed",
        "  unique         >= 90.0   88.1    FAILED",
        "",
        "Not measured: fresh; the score covers 85.0% of the weight",
        "Checked 8,388 records with 2 checks: 1 of 2 gates failed",
      ),
    );
  });

  test("is one table of all records when nobody asked for groups", () => {
    const text = scorecardText({ ...scorecard, groups: [], gates: [] }, rules, zh);
    expect(text).toContain("数据健康度 78.5 / 100   客户, 2026-11-24\n");
    expect(text).toMatch(/\n {2}全部记录 +8,388 /);
  });

  test("has the same numbers in Markdown", () => {
    const text = scorecardMarkdown(scorecard, rules, zh);
    expect(text).toContain(
      "## 数据健康度: 客户\n\n**数据健康度 78.5 / 100**. 统计日期 2026-11-24\n",
    );
    expect(text).toContain("| (无部门) | 1,368 | 41.0 | 95.0 | 88.1 | - | 84.6 | 49.8 |\n");
  });
});

test("dedupe shows three verdicts, the law and the count of golden records", () => {
  expect(dedupeSummary([dedupe], en)).toBe(
    lines(
      "Customer: 24,894 records -> 61,230 candidate pairs",
      "",
      "  Verdict    Match weight   Pairs  What happens",
      "  ---------  ------------  ------  --------------------------",
      "  match            >= 9.0   3,870  merged into golden records",
      "  possible     2.0 to 9.0     412  waits for review",
      "  non-match         < 2.0  56,948  kept apart",
      "",
      "24,894 records = 24,890 in golden records + 0 archived + 4 rejected",
      "Certificate: precision 99.6% (99.1 - 99.8), recall 95.2% (94.0 - 96.1)",
      "  measured with credit codes hidden, on 1,204 records that have one; pairs to find: 812",
      "398 pairs need a decision",
      "  12 of them ask whether a golden record that hangs by one weak match is one",
      "Found 1,602 duplicate clusters: 24,894 records -> 21,914 golden records",
    ),
  );
});

describe("plan", () => {
  test("shows changes field by field, the law, and that nothing was written", () => {
    expect(planText(plan, { ...en, showValues: true })).toBe(
      lines(
        "goldpan will make these changes in `crm.db`:",
        "  + insert   ~ update   & merge   - archive",
        "",
        "  ~ customer  id 10482                                golden record g-000913",
        '      legal_name : "华宸精密技术有限公司（深圳）" -> "华宸精密技术有限公司"',
        '      phones     : (empty) -> "+8675528780808"',
        "      owner      : golden record g-000031",
        "",
        "  ... 2,122 more",
        "",
        "  Entity    Golden  Insert  Update  Same  Merge  Archive  Skip  Reject  Review",
        "  --------  ------  ------  ------  ----  -----  -------  ----  ------  ------",
        "  Customer   2,125   1,240     883     0      0        0     0       2       0",
        "",
        "2,125 golden records = 1,240 insert + 883 update + 0 same + 0 merge + 0 archive + 0 skip + 2 reject",
        "                       + 0 review",
        "",
        "  Left out (3):",
        "    customer  g-000914  L106 the CRM needs a value for `legal_name`",
        "    customer  g-000915  employees  L201 the value cannot be read as its type (6)",
        "    ... 1 more",
        "",
        "2 rejected, 0 for review, 0 skipped",
        "Plan: 1,240 to insert, 883 to update, 0 to merge, 0 to archive, 0 to delete. Nothing was written",
      ),
    );
  });

  test("masks phones unless asked", () => {
    expect(planText(plan, zh)).toContain('phones     : (空) -> "+867****0808"');
  });
});

describe("rollback", () => {
  test("names the edits that stay", () => {
    expect(rollbackText(rollback, en)).toBe(
      lines(
        "  2 values or rows were changed by someone else since the load; they stay:",
        "    customer  id 10977  owner  loaded 31  now 44  kept",
        "    contact  id 88120  (deleted)  not revived",
        "",
        "Rolled back 5,332 of 5,334 rows in `crm.db`; 2 kept",
      ),
    );
  });

  test.each([
    [
      { dryRun: true },
      "Will roll back 5,332 of 5,334 rows in `crm.db`; 2 kept. Nothing was written",
    ],
    [{ kept: [], keptRows: 0 }, "Rolled back all 5,334 rows in `crm.db`"],
  ])("with %j ends: %s", (part, verdict) => {
    expect(
      rollbackText({ ...rollback, ...part }, en)
        .trimEnd()
        .split("\n")
        .at(-1),
    ).toBe(verdict);
  });
});

const verifyCheck = { entity: "customer", expected: 2123, actual: 2123, passed: true } as const;
const nothing = { title: 0, header: 1, footer: 0, sample: 0, blank: 0 };
const ledger = {
  name: "exports/老客户 汇总(终版).xls#Sheet1",
  path: "exports/老客户 汇总(终版).xls",
  sheet: "Sheet1",
  format: "html",
  encoding: "gb18030",
  headerRow: 3,
  preamble: ["导出日期: 2026-11-20"],
  rows: 1206,
  quarantined: 0,
  nonData: nothing,
  distinctRows: { count: 1204, exact: false },
  system: { name: "wukong-contacts", confidence: "medium", reason: ["姓名"] },
  entity: { name: "contact", confidence: "low", reason: ["手机"] },
  keyFields: { filled: 1100, cells: 4824 },
  missingFields: ["title"],
  lastTouched: "2026-11-20",
  keys: [
    { kind: "company", distinct: { count: 9, exact: true }, onlyHere: { count: 1, exact: true } },
  ],
  advice: { verdict: "copy", reason: "same-rows", of: "b.xlsx" },
  columns: [
    {
      heading: "手机",
      entity: "contact",
      field: "mobiles",
      filled: 1100,
      distinct: { count: 1090, exact: true },
      longest: 11,
      patterns: { phone: 1090, han: 10 },
      suspicious: [{ kind: "missing-mark", count: 106, example: "无" }],
      personal: { mobile: 1090 },
      dates: null,
      examples: ["138****8000"],
    },
  ],
} as const;
const inventory = {
  files: [
    {
      path: ledger.path,
      bytes: 9,
      sha256: "",
      format: "html",
      encoding: null,
      misnamed: true,
      tables: 1,
      findings: [],
    },
  ],
  unread: [{ path: "a.pdf", code: "IMPORT_NOT_A_TABLE", en: "it is a PDF", zh: "是 PDF" }],
  skipped: [],
  tables: [ledger],
  overlaps: [
    {
      left: ledger.name,
      right: "b.xlsx",
      kind: "uscc",
      shared: { count: 1204, exact: false },
      leftDistinct: 1206,
      rightDistinct: 2000,
    },
  ],
  personal: [
    {
      class: "mobile",
      cells: 1090,
      columns: [{ table: ledger.name, heading: "手机", cells: 1090 }],
    },
  ],
  totals: {
    rows: 1206,
    columns: 1,
    companies: { count: 9, exact: true },
    phones: { count: 1090, exact: true },
  },
} as const;

const finding = {
  code: "V103",
  severity: "error",
  entity: "contact",
  record: "crm:8841",
  field: "mobiles",
  value: "=13800138000",
} as const;
const share = { value: 0.98, low: 0.97, high: 0.99 };
const measures = { precision: share, recall: share, f1: 0.98, f1Low: 0.97, f1High: 0.99 };
const match = {
  kind: "match",
  entity: "customer",
  left: "crm:8841",
  right: "wecom:907",
  rows: [
    {
      comparison: "prior",
      field: "",
      left: "",
      right: "",
      level: "strangers",
      weightMilliBits: -16_300,
    },
    {
      comparison: "phone",
      field: "phones",
      left: "+8613800138000",
      right: "",
      level: "one-missing",
      weightMilliBits: 17_000,
    },
    {
      comparison: "region",
      field: "region",
      left: "",
      right: "上海市",
      level: "same-city",
      weightMilliBits: 3900,
    },
  ],
  rules: [{ id: "H8", reason: "equal credit codes" }],
  weightMilliBits: 700,
  matchAtMilliBits: 9000,
  possibleAtMilliBits: -500,
  verdict: "possible",
  keys: ["phone", "name"],
  decision: { id: 12, same: true, by: "li" },
  goldens: ["g-1", "g-2"],
} as const;

test("explaining a pair is a waterfall that ends in the verdict", () => {
  expect(recordsText(match, en)).toBe(
    lines(
      "  Field   crm:8841          wecom:907  Level            Weight",
      "  ------  ----------------  ---------  ---------------  ------",
      "  prior   -                 -          among strangers   -16.3",
      "  Phones  +86138****8000    (empty)    one side empty    +17.0",
      "  Region  (from elsewhere)  上海市     same city          +3.9",
      "  H8  the same valid credit code",
      "",
      "Compared because they share: phone, name",
      "Decision 12 by li: same",
      "They are in golden records g-1 and g-2",
      "possible, a person decides: match weight +0.7 (match from 9.0, possible from -0.5)",
    ),
  );
});

test("explaining a code says what it means, and gives an example", () => {
  const rule = {
    ...rules[0],
    code: "V104",
    name: "email-invalid",
    zh: "邮箱无效",
    en: "Not valid",
  };
  const why = { zh: "会退信", en: "Mail bounces" };
  const explained = { ...rule, why, howToFix: why, example: ["a@b.con", "a@b.com"] } as const;
  expect(codeText(explained, "zh")).toBe(
    lines(
      "V104  email-invalid",
      "  邮箱无效",
      "  会退信",
      "  处理: 会退信",
      '  示例: "a@b.con" -> "a@b.com"',
    ),
  );
});

test("a file of findings cannot run a formula in Excel", async () => {
  const csv = await findingsFile({ findings: [finding] }, "f.csv", { ...en, showValues: true });
  expect(csv).toContain("V103,error,contact,crm:8841,mobiles,'=13800138000,\n");
});

const screens = (language: "zh" | "en"): readonly (readonly [string, string])[] => [
  ["scorecard", scorecardText(scorecard, rules, { language })],
  ["dedupe", dedupeSummary([dedupe], { language })],
  ["plan", planText(plan, { language })],
  ["rollback", rollbackText(rollback, { language })],
  [
    "load",
    loadSummary(
      {
        run: "2026-11-21-1",
        target: "crm.db",
        written: [
          { entity: "customer", inserted: 3, updated: 0, linked: 0, stale: 1, rejected: 2 },
        ],
        isRepeated: false,
      },
      { language },
    ),
  ],
  [
    "verify",
    verifyText(
      {
        run: "2026-11-21-1",
        target: "crm.db",
        checks: [
          { ...verifyCheck, level: "V0", name: "rows in the store", detail: "" },
          { ...verifyCheck, level: "V3", name: "equal rows", detail: "", actual: 2, passed: false },
        ],
        differences: [
          {
            entity: "customer",
            key: 7,
            column: "phones",
            expected: "+8613800138000",
            actual: null,
          },
        ],
        differenceCount: 1,
      },
      { language },
    ),
  ],
  ["inventory", inventoryText(inventory, { language })],
  ["explanation", recordsText(match, { language })],
  ["findings", findingsText({ findings: [finding], total: 12, counts: [] }, { language })],
  [
    "findings by code",
    findingsText({ findings: [], total: 2, counts: [{ value: "V103", count: 2 }] }, { language }),
  ],
  [
    "normalize",
    normalizeSummary(
      {
        sourceRows: 9,
        mappedRows: 7,
        supersededRows: 1,
        rejectedRows: 1,
        beyondLimit: 1,
        entities: [
          {
            entity: "customer",
            mapped: 9,
            records: 6,
            olderVersions: 1,
            joined: 1,
            rejected: 1,
            derived: 0,
            changes: 5,
            findings: 1,
          },
        ],
      },
      { language },
    ),
  ],
  [
    "decisions",
    decisionsText(
      [
        { id: 1, left: "a:1", right: "b:2", same: true, revokes: null, by: "li", at: "2026-11-24" },
        { id: 2, left: "a:1", right: "b:2", same: null, revokes: 1, by: "li", at: "2026-11-24" },
      ],
      { language },
    ),
  ],
  [
    "evaluation",
    evaluationText(
      {
        records: 1200,
        pairs: measures,
        bCubed: measures,
        labelsWithoutCluster: 3,
        recordsWithoutLabel: 1,
      },
      { language },
    ),
  ],
  [
    "init",
    initSummary(
      {
        written: ["goldpan.yaml", "mappings/crm.yaml"],
        kept: [".gitignore"],
        mappings: [
          {
            path: "mappings/crm.yaml",
            files: ["exports/crm.xlsx"],
            sheets: ["客户"],
            entities: ["customer", "contact"],
            mapped: 9,
            columns: 12,
          },
        ],
        unread: [{ path: "a.pdf", code: "IMPORT_NOT_A_TABLE", en: "it is a PDF", zh: "是 PDF" }],
      },
      { language },
    ),
  ],
  [
    "run",
    runText(
      {
        steps: ["import", "dedupe", "score"],
        imported: { files: [] },
        deduped: { entities: [] },
        scorecard,
        stoppedByGate: true,
      },
      { language },
    ),
  ],
  [
    "runs",
    runsText([{ id: 1, step: "import", startedAt: "2026-11-24T10:00:00", summary: { files: 7 } }], {
      language,
    }),
  ],
  [
    "import",
    importSummary(
      [
        {
          path: "exports/crm.csv",
          sheet: null,
          format: "csv",
          encoding: "gb18030",
          status: "imported",
          counts: {
            read: 12,
            data: 9,
            quarantined: 1,
            nonData: { title: 1, header: 1, footer: 0, sample: 0, blank: 0 },
          },
          quarantined: [
            {
              row: 8,
              text: "华宸,13800138000,,,",
              finding: { code: "I101", severity: "error", detail: "6 of 4" },
            },
          ],
          otherSheets: [],
        },
      ],
      { language },
    ),
  ],
];

describe.each(["zh", "en"] as const)("every screen in %s", (language) => {
  test.each(screens(language))("%s fits 100 columns, in ASCII structure, masked", (_, text) => {
    expect(text.endsWith("\n")).toBe(true);
    for (const line of text.split("\n")) expect(stringWidth(line)).toBeLessThanOrEqual(100);
    expect(text).not.toMatch(/[…→×±─│█●≥—]|\{\w+\}|undefined|13800138000/);
  });
});
