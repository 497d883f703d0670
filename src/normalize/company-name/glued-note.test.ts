import { expect, test } from "vitest";
import { gluedNote } from "./glued-note.ts";

test.each<[string, string | undefined, string]>([
  ["深圳华宸有限公司停用", "停用", "a status"],
  ["深圳华宸有限公司王经理", "王经理", "somebody to talk to"],
  ["深圳华宸有限公司上海分公司张总", "张总", "behind a branch"],
  ["深圳华宸有限公司", undefined, "nothing"],
  ["深圳华宸有限公司龙岗厂", undefined, "a plant"],
  ["深圳华宸有限公司上海", undefined, "a place"],
  ["深圳华宸有限公司采购部", undefined, "a part of the company"],
  ["公司停用", undefined, "no name in front"],
])("the remark behind %s is %s: %s", (name, note) => {
  expect(gluedNote(name)?.[1]).toBe(note);
});
