import { openWorkspace } from "../../src/workspace/open-workspace.ts";
import { replaceGoldens } from "../../src/workspace/goldens.ts";
import { goldenRecords } from "./golden-records.ts";

/** `node bench/load/make-workspace.ts PATH COUNT CHANGED_BEFORE`: golden records in a workspace. */
const [path = "", count = "0", changedBefore = "0"] = process.argv.slice(2);
const workspace = openWorkspace(path, "2026-11-24T10:00:00Z");
for (const entity of ["user", "customer", "contact"] as const) {
  const world = { count: Number(count), changedBefore: Number(changedBefore) };
  await replaceGoldens(workspace, entity, goldenRecords(entity, world));
}
workspace.close();
