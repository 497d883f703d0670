import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { settingsSchema } from "../../src/config/settings.ts";
import { canonicalModel } from "../../src/model/canonical-model.ts";
import type { EntityName } from "../../src/model/entity.ts";
import type { GoldenRecord } from "../../src/model/golden.ts";
import { findGoldens } from "../../src/pipeline/find-goldens.ts";
import type { RunContext } from "../../src/pipeline/run-context.ts";
import { openWorkspace } from "../../src/workspace/open-workspace.ts";
import { replaceGoldens } from "../../src/workspace/goldens.ts";

const folder = mkdtempSync(join(tmpdir(), "goldpan-find-"));
afterAll(() => rmSync(folder, { recursive: true }));

function golden(
  entity: EntityName,
  id: string,
  values: Readonly<Record<string, readonly string[]>>,
): GoldenRecord {
  const entries = Object.entries(values).map(([field, items]) => [
    field,
    { items, provenance: [] },
  ]);
  return { id, entity, members: [id], reviewPending: false, values: Object.fromEntries(entries) };
}

async function contextWith(goldens: readonly GoldenRecord[], name: string): Promise<RunContext> {
  const workspacePath = join(folder, name);
  const startedAt = "2026-11-24T10:00:00.000Z";
  const workspace = openWorkspace(workspacePath, startedAt);
  for (const entity of ["user", "customer", "contact"] as const) {
    const own = goldens.filter((each) => each.entity === entity);
    await replaceGoldens(workspace, entity, own);
  }
  workspace.close();
  return {
    settings: settingsSchema.parse({}),
    model: canonicalModel,
    projectDir: folder,
    workspacePath,
    asOf: "2026-11-24",
    startedAt,
    emit: () => {},
  };
}

const goldens = [
  golden("user", "g-u", { name: ["王敏"] }),
  golden("customer", "g-1", {
    legal_name: ["苏州华宸精密机械有限公司"],
    phones: ["+8651260000101"],
    owner: ["g-u"],
  }),
  golden("customer", "g-2", {
    legal_name: ["无锡明远自动化设备有限公司"],
    former_names: ["锡山工控厂"],
  }),
  golden("contact", "g-3", { name: ["林晓"], mobiles: ["+8613900010001"] }),
];

test.each<[string, readonly string[], string]>([
  ["华宸精密", ["g-1"], "a part of the name"],
  ["szhcjm", ["g-1"], "initials"],
  ["linxiao", ["g-3"], "pinyin"],
  ["60000101", ["g-1"], "digits of a number"],
  ["锡山工控", ["g-2"], "a former name"],
  ["明远自动化设被", ["g-2"], "a slip"],
  ["大连腾格", [], "nobody"],
])("%s -> %j: %s", async (text, expected) => {
  const context = await contextWith(goldens, "a.db");
  const found = await findGoldens({ text, limit: 1 }, context);
  expect(found.map((each) => each.golden)).toEqual(expected);
});

test("the owner is named, and nothing to search is said", async () => {
  const [first] = await findGoldens({ text: "华宸", limit: 1 }, await contextWith(goldens, "b.db"));
  expect(first?.values["owner"]).toBe("王敏");
  const empty = await contextWith([], "c.db");
  await expect(findGoldens({ text: "华宸", limit: 1 }, empty)).rejects.toMatchObject({
    code: "DEDUPE_NO_GOLDENS",
  });
});
