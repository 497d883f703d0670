import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { settingsSchema } from "../config/settings.ts";
import { canonicalModel } from "../model/canonical-model.ts";
import { dedupeFile, type FileDedupe, type FileQuestion } from "./dedupe-file.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "goldpan-dedupe-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Outcome {
  readonly result: FileDedupe;
  readonly clusters: string;
  readonly pairs: string;
  readonly golden: string;
}

async function dedupe(
  lines: readonly string[],
  question: Partial<FileQuestion> = {},
  settings: object = {},
): Promise<Outcome> {
  const path = join(folder, "table.csv");
  writeFileSync(path, `${lines.join("\n")}\n`);
  const texts = { clusters: "", pairs: "", golden: "" };
  const into = (name: keyof typeof texts) => (chunk: string | Uint8Array) => {
    texts[name] += String(chunk);
    return Promise.resolve();
  };
  const result = await dedupeFile(
    { path, read: {}, recall: "normal", ...question },
    { clusters: into("clusters"), pairs: into("pairs"), golden: into("golden") },
    {
      model: canonicalModel,
      settings: settingsSchema.parse(settings),
      folder,
      emit: () => undefined,
    },
  );
  return { result, ...texts };
}

const head = "编号,客户名称,统一社会信用代码,电话,联系人,花色";
const rows = [
  "k2,上海宏远贸易有限公司,913502068389219115,021-55556666,王敏,红",
  "k10,上海宏远贸易公司,913502068389219115,,,",
  "k1,深圳市明达软件有限公司,,0755-28780808,李强,蓝",
  "k3,上海宏远贸易有限公司深圳分公司,,021-55556666,王敏,红",
];

describe("dedupeFile", () => {
  test("names a cluster by its smallest record, and every row once", async () => {
    const { clusters, result } = await dedupe([head, ...rows], { id: "编号" });
    expect(clusters).toBe("record,cluster\nk1,k1\nk10,k10\nk2,k10\nk3,k3\n");
    expect(result.entities[0]).toMatchObject({ records: 4, inGolden: 4, golden: 3 });
  });

  test("names rows by their number without an id column, in the order of the file", async () => {
    const { clusters } = await dedupe([head, ...rows]);
    expect(clusters).toBe("record,cluster\n1,1\n2,1\n3,3\n4,4\n");
  });

  test("writes pairs with their weight in bits and golden rows with every column", async () => {
    const { pairs, golden, result } = await dedupe([head, ...rows], { id: "编号" });
    expect(pairs).toMatch(/^left,right,weight,verdict,reason\nk10,k2,\d+\.\d{3},match,.*H8\n/);
    expect(golden.split("\n").slice(0, 3)).toEqual([
      "cluster,legal_name,uscc,phones,contacts,花色",
      "k1,深圳市明达软件有限公司,,+8675528780808,李强,蓝",
      "k10,上海宏远贸易有限公司,913502068389219115,+862155556666,王敏,红",
    ]);
    expect(result.unknownColumns).toEqual(["花色"]);
  });

  test("gives the same bytes for shuffled rows", async () => {
    const first = await dedupe([head, ...rows], { id: "编号" });
    const second = await dedupe([head, ...rows.toReversed()], { id: "编号" });
    expect({ ...second, result: first.result }).toEqual(first);
  });

  test("names rows that were set aside and counts the others", async () => {
    const { result, clusters } = await dedupe([head, ...rows, "k9,a,b"], { id: "编号" });
    expect(result.quarantined.map(({ row }) => row)).toEqual([6]);
    expect(clusters).not.toContain("k9");
  });

  test.each([
    [["k2,宏远,,,,"], "DEDUPE_ID_NOT_UNIQUE", "two rows with one id"],
    [[" ,宏远,,,,"], "DEDUPE_ID_BLANK", "a row without an id"],
  ])("refuses %j with %s: %s", async (more, code) => {
    await expect(dedupe([head, ...rows, ...more], { id: "编号" })).rejects.toMatchObject({ code });
  });

  test("chooses its threshold for a precision by a file of labels", async () => {
    const letters = [..."宏远明达华宸云帆盛世金桥东海瑞丰"];
    const brands = letters.flatMap((first) => letters.slice(0, 8).map((second) => first + second));
    const lines = brands.flatMap((brand, at) => [
      `a${at},上海${brand}贸易有限公司,,021-5${String(at).padStart(7, "0")},,`,
      `b${at},上海${brand}贸易公司,,021-5${String(at).padStart(7, "0")},,`,
    ]);
    const labels = brands.flatMap((_, at) => [`a${at},${at}`, `b${at},${at}`]);
    writeFileSync(join(folder, "labels.csv"), `${["record,entity", ...labels].join("\n")}\n`);
    const settings = { dedupe: { precision: 0.9, labels: "labels.csv" } };
    const { result } = await dedupe([head, ...lines], { id: "编号" }, settings);
    const { labelled } = result.entities[0].learned ?? {};
    expect(labelled?.threshold).toMatchObject({ target: 0.9, outcome: "moved", needed: 70 });
    expect(labelled?.threshold.labels).toBeGreaterThan(70);
    expect(result.entities[0].matchAtMilliBits).toBe(labelled?.threshold.matchMilliBits);
    const plain = await dedupe([head, ...lines], { id: "编号" });
    expect(plain.result.entities[0].learned?.labelled?.threshold).toMatchObject({ labels: 0 });
  });

  test("reads a table through a mapping", async () => {
    const mapping = join(folder, "m.yaml");
    writeFileSync(
      mapping,
      `version: 1
source: { files: ["*.csv"], system: crm }
entity: contact
fields: { name: 姓名, mobiles: 号码 }
`,
    );
    const people = ["姓名,号码", "王敏,13912345678", "王 敏,139 1234 5678", "李强,"];
    const { clusters, golden } = await dedupe(people, { mapping });
    expect(clusters).toBe("record,cluster\n1,1\n2,1\n3,3\n");
    expect(golden).toBe("cluster,name,mobiles\n1,王敏,+8613912345678\n3,李强,\n");
  });
});
