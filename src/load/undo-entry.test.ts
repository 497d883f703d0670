import { describe, expect, test } from "vitest";
import type { PlanTable, StoreRow } from "../model/plan.ts";
import type { JournalEntry } from "../stores/journal.ts";
import { undoEntry, type UndoQuestion } from "./undo-entry.ts";

const table: PlanTable = {
  entity: "customer",
  table: "firm",
  primaryKey: "id",
  columns: ["level", "name", "owner"],
  volatile: ["touched_at"],
  references: {},
  lists: [],
  goldenColumn: null,
  groupBy: [],
  sums: [],
};

const entry: JournalEntry = {
  run: "r",
  seq: 1,
  batch: 1,
  entity: "customer",
  table: "firm",
  kind: "update",
  key: 7,
  goldenId: "g-1",
  before: { name: "旧名", level: null },
  after: { name: "新名", level: "A" },
  beforeHash: "",
  afterHash: "",
  sources: [],
  links: [],
  moved: {},
  state: "done",
  reason: "",
};

function undo(part: Partial<UndoQuestion>): ReturnType<typeof undoEntry> {
  const columns = ["id", "level", "name", "owner", "touched_at"];
  return undoEntry({ entry, current: undefined, table, columns, policy: "keep", ...part });
}

describe("an update, per field", () => {
  test.each<[StoreRow, StoreRow, string, string[], string]>([
    [{ name: "新名", level: "A" }, { name: "旧名", level: null }, "done", [], "nobody touched it"],
    [{ name: "改名", level: "A" }, { level: null }, "partial", ["name"], "one field was edited"],
    [{ name: "改名", level: "B" }, {}, "kept_edited", ["name", "level"], "both were"],
    [{ name: "旧名", level: "A" }, { level: null }, "done", [], "somebody took one back already"],
    [{ name: "旧名" }, {}, "done", [], "somebody took both back"],
    [{ name: "新名", level: "" }, { name: "旧名" }, "partial", ["level"], "empty text is an edit"],
    [
      { name: "新名", level: "A", owner: 3 },
      { name: "旧名", level: null },
      "done",
      [],
      "a field we did not write",
    ],
  ])("now %j -> writes %j, %s, keeps %j: %s", (current, values, state, kept) => {
    const undone = undo({ current });
    expect(undone).toMatchObject({ values, state });
    expect(undone.kept.map(({ column }) => column)).toEqual(kept);
    expect(undone.action).toBe(Object.keys(values).length > 0 ? "update" : "none");
  });

  test("with force edits are overwritten", () => {
    const undone = undo({ current: { name: "改名", level: "B" }, policy: "force" });
    expect(undone).toMatchObject({
      values: { name: "旧名", level: null },
      state: "done",
      kept: [],
    });
  });

  test("a row that was deleted is not revived", () => {
    expect(undo({})).toMatchObject({ action: "none", state: "missing" });
    expect(undo({ policy: "force" })).toMatchObject({ action: "none", state: "missing" });
  });
});

describe("an insert", () => {
  const inserted: JournalEntry = {
    ...entry,
    kind: "insert",
    before: {},
    after: { id: 7, name: "新名", level: "A" },
  };

  test.each<[StoreRow | undefined, string, string, string[], string]>([
    [{ id: 7, name: "新名", level: "A" }, "delete", "done", [], "nobody touched it"],
    [
      { id: 7, name: "新名", level: "A", touched_at: "now" },
      "delete",
      "done",
      [],
      "a volatile column",
    ],
    [{ id: 7, name: "新名", level: "A", added: "x" }, "delete", "done", [], "a column added since"],
    [
      { id: 7, name: "改名", level: "A" },
      "none",
      "kept_edited",
      ["name"],
      "a value of ours was edited",
    ],
    [
      { id: 7, name: "新名", level: "A", owner: 3 },
      "none",
      "kept_edited",
      ["owner"],
      "a value was added",
    ],
    [{ id: 7, name: "新名" }, "none", "kept_edited", ["level"], "a value was taken away"],
    [undefined, "none", "done", [], "it is gone already"],
  ])("now %j -> %s, %s, keeps %j: %s", (current, action, state, kept) => {
    const undone = undo({ entry: inserted, current });
    expect(undone).toMatchObject({ action, state });
    expect(undone.kept.map(({ column }) => column)).toEqual(kept);
  });

  test("with force an edited row goes", () => {
    const undone = undo({ entry: inserted, current: { id: 7, name: "改名" }, policy: "force" });
    expect(undone).toMatchObject({ action: "delete", state: "done" });
  });

  test("a number that was given to another row since is not ours to delete", () => {
    const own = { ...table, goldenColumn: "golden_id" };
    const golden = { ...inserted, after: { ...inserted.after, golden_id: "g-1" } };
    const current = { id: 7, name: "别家" };
    const undone = undo({ entry: golden, current, table: own, policy: "force" });
    expect(undone).toMatchObject({ action: "none", state: "done" });
  });
});

test("a link leaves the row alone", () => {
  expect(undo({ entry: { ...entry, kind: "link" }, current: { name: "x" } })).toMatchObject({
    action: "none",
    state: "done",
  });
});
