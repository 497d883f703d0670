import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openSource } from "../../open-source.ts";

const folder = mkdtempSync(join(tmpdir(), "goldpan-kingdee-"));
afterAll(() => rmSync(folder, { recursive: true }));

const captions =
  "*单据头(序号),(单据头)编码,*(单据头)名称#中文(简体),间隔列,联系人(序号),(联系人)姓名";

async function read(form: string, rows: readonly string[]): Promise<[string[], string[]]> {
  const path = join(folder, "export.csv");
  const keys = `FBillHead(${form}),FNumber,FName#2052,*Split*1,FT_CONTACT,FContactName`;
  writeFileSync(path, [keys, captions, ...rows].join("\n"));
  const [table] = (await openSource(path)).tables;
  const lines: string[] = [];
  for await (const batch of table?.batches() ?? [])
    lines.push(...batch.rows.map(({ cells }) => cells.join("|")));
  const findings = table?.findings.map((each) => `${each.code} ${each.value ?? each.detail}`);
  return [lines, findings ?? []];
}

test("further rows of a sub-table belong to the head above them", async () => {
  const rows = ["1,C1,华宸,,7,林晓", ",,,,8,周岚", "2,C2,明远,,,", ",,,,9,赵蕾"];
  expect(await read("BD_Customer", rows)).toEqual([
    ["1|C1|华宸||7|林晓", "1|C1|华宸||8|周岚", "2|C2|明远|||", "2|C2|明远||9|赵蕾"],
    ["I137 2 rows"],
  ]);
});

test("a first row without a head stays as it is", async () => {
  expect(await read("BD_Customer", [",,,,8,周岚", "1,C1,华宸,,7,林晓"])).toEqual([
    ["||||8|周岚", "1|C1|华宸||7|林晓"],
    [],
  ]);
});

test("another form than that of customers is named", async () => {
  expect(await read("BD_Supplier", ["1,C1,华宸,,7,林晓"])).toEqual([
    ["1|C1|华宸||7|林晓"],
    ["I138 Supplier"],
  ]);
});
