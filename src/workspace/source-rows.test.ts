import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openWorkspace, type Workspace } from "./open-workspace.ts";
import { iterateRowBatches, type RowCells } from "./source-rows.ts";

const texts = ["华宸", 'a","b', "\\", "],[", "\u0000\n", "\u{20000}", "", " "];

/** Rows 3 to 42 of file 1 with a gap, and one of file 2 among them. */
function workspaceWithRows(): { workspace: Workspace; rows: RowCells[] } {
  const path = join(mkdtempSync(join(tmpdir(), "goldpan-")), "workspace.db");
  const workspace = openWorkspace(path, "2026-11-20T00:00:00Z");
  workspace.database.pragma("foreign_keys = OFF");
  const insert = workspace.database.prepare("INSERT INTO source_row VALUES (?, ?, ?, ?)");
  const rows: RowCells[] = [];
  for (let id = 3; id <= 42; id += id === 9 ? 20 : 1) {
    const cells = texts.map((_, at) => texts[(id + at) % texts.length] ?? "");
    insert.run(id, id === 6 ? 2 : 1, id, JSON.stringify(cells));
    if (id !== 6) rows.push({ id, cells });
  }
  return { workspace, rows };
}

test.each([1, 2, 7, 48])("rows come as they were written, %i at once", (rowsAtOnce) => {
  const { workspace, rows } = workspaceWithRows();
  const read = (from: number, to: number): RowCells[] =>
    [...iterateRowBatches(workspace, { file: 1, from, to }, rowsAtOnce)].flat();
  expect(read(3, 42)).toEqual(rows);
  expect(read(5, 30)).toEqual(rows.filter(({ id }) => id >= 5 && id <= 30));
  expect(read(10, 28)).toEqual([]);
  workspace.close();
});
