import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { GoldenRecord } from "../model/golden.ts";
import { iterateGoldenContent } from "./golden-content.ts";
import { iterateGoldens, replaceGoldens } from "./goldens.ts";
import { openWorkspace, type Workspace } from "./open-workspace.ts";

let folder = "";
let workspace: Workspace;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "goldpan-content-"));
  workspace = openWorkspace(join(folder, "workspace.db"), "2026-11-24T10:00:00Z");
  await replaceGoldens(workspace, "customer", goldens);
});
afterEach(() => {
  workspace.close();
  rmSync(folder, { recursive: true });
});

const provenance = [{ record: "crm:1", rule: "newest" }];
const golden = (id: string, values: Readonly<Record<string, readonly string[]>>): GoldenRecord => ({
  id,
  entity: "customer",
  members: [`crm:${id}`, 'odd:"quoted"'],
  reviewPending: id === "g-2",
  values: Object.fromEntries(
    Object.entries(values).map(([field, items]) => [field, { items, provenance }]),
  ),
});
const goldens = [
  golden("g-1", {
    legal_name: ["华宸"],
    phones: ["1", "2"],
    note: ['line\nbreak "quoted" \\ \u001F'],
  }),
  golden("g-2", {}),
  golden("g-3", { parent: ["g-1"], note: [""] }),
  golden("g-4", { legal_name: ["a,b", "[c]"] }),
];
const ids = (selection: Parameters<typeof iterateGoldenContent>[2]): string[] =>
  [...iterateGoldenContent(workspace, "customer", selection)].map(({ id }) => id);

test("every golden record has the values it was given", () => {
  const expected = [...iterateGoldens(workspace, "customer")].map(({ values, ...rest }) => ({
    ...rest,
    items: Object.fromEntries(Object.entries(values).map(([field, { items }]) => [field, items])),
  }));
  expect([...iterateGoldenContent(workspace, "customer")]).toEqual(expected);
  expect([...iterateGoldenContent(workspace, "contact")]).toEqual([]);
});

test("of some fields, some records, or those that have a value", () => {
  const some = [...iterateGoldenContent(workspace, "customer", { fields: ["legal_name"] })];
  expect(some.map(({ items }) => items)).toEqual([
    { legal_name: ["华宸"] },
    {},
    {},
    { legal_name: ["a,b", "[c]"] },
  ]);
  expect(some[1]).toMatchObject({
    id: "g-2",
    reviewPending: true,
    members: ["crm:g-2", 'odd:"quoted"'],
  });
  expect(ids({ fields: [] })).toHaveLength(4);
  expect(ids({ ids: ["g-4", "g-1", "g-9"] })).toEqual(["g-1", "g-4"]);
  expect(ids({ fields: ["parent", "note"], filledOnly: true })).toEqual(["g-1", "g-3"]);
});

test("values of a golden record that is not there are a fault of the workspace", () => {
  workspace.database.exec("DELETE FROM golden_customer WHERE id = 'g-3'");
  expect(() => [...iterateGoldenContent(workspace, "customer")]).toThrow("no golden record");
});
