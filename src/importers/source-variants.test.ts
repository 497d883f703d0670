import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openSource } from "./open-source.ts";
import { recogniseSystem } from "./source-system.ts";
import { sourceProfiles } from "./source-profiles.ts";

const folder = mkdtempSync(join(tmpdir(), "goldpan-variants-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What people and programs write above a header. */
const preamble = [
  ["客户资料导出"],
  ["导出时间：2026-03-02 10:00"],
  ["操作人：王敏", "", "部门：销售部"],
  ["注意事项：红色为必填项，请勿修改表头"],
  ["共 2 条"],
];

/** By each line of the preamble alone and by several of them, the last of which is another each time. */
const above = [1, 2, 3, 4, 5].map((lines) => preamble.slice(0, lines));

function valueOf(heading: string, row: number): string {
  if (/手机|电话|号码|phone|mobile/i.test(heading)) return `1390001000${row}`;
  if (/邮箱|邮件|mail/i.test(heading)) return `lin${row}@huachen.example`;
  if (/时间|日期|time|date/i.test(heading)) return `2026-03-0${row} 10:00:00`;
  return `甲${row}`;
}

const decorated = (heading: string, at: number): string =>
  [`*${heading}`, `${heading}（必填）`, ` ${heading} `, `${heading}＊`, heading][at % 5] ?? heading;

/** One heading missing, two strangers among the rest, in another order, decorated. */
function disturbed(headings: readonly string[], at: number): string[] {
  const rest = headings.filter((_, index) => index !== at % headings.length);
  const middle = rest.length >> 1;
  const strange = ["自定义甲", ...rest.slice(middle), "CUSTOM_X", ...rest.slice(0, middle)];
  return strange.map(decorated);
}

interface Read {
  readonly system: string | undefined;
  readonly columns: number;
  readonly rows: number;
}

async function read(
  lines: readonly (readonly string[])[],
  headings: readonly string[],
): Promise<Read> {
  const rows = [1, 2].map((row) => headings.map((heading) => valueOf(heading, row)));
  const text = [...lines, headings, ...rows].map((cells) => cells.map(quoted).join(","));
  const path = join(folder, "export.csv");
  writeFileSync(path, text.join("\r\n"));
  const source = await openSource(path);
  const [table] = source.tables;
  for await (const _ of table?.batches() ?? []);
  const columns = table?.columns ?? [];
  const system = recogniseSystem(columns)?.system;
  return { system, columns: columns.length, rows: table?.counts().data ?? 0 };
}

function quoted(cell: string): string {
  return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

test.each(
  sourceProfiles.flatMap(({ system, headings }) => headings.map((each) => [system, each] as const)),
)(
  "a file of %s is told below one to five lines, as it is and disturbed: %j",
  async (system, headings) => {
    for (const [at, lines] of above.entries()) {
      expect(await read(lines, headings)).toEqual({ system, columns: headings.length, rows: 2 });
      if (headings.length <= 3) continue;
      const expected = { system, columns: headings.length + 1, rows: 2 };
      expect(await read(lines, disturbed(headings, at))).toEqual(expected);
    }
  },
);
