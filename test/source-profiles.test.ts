import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openSource } from "../src/importers/open-source.ts";
import type { SourceProfile } from "../src/importers/source-profile.ts";
import { sourceProfiles } from "../src/importers/source-profiles.ts";
import { compileMapping } from "../src/mapping/compile-mapping.ts";
import { draftText } from "../src/mapping/mapping-draft.ts";
import { parseSourceMapping } from "../src/mapping/parse-mapping.ts";
import { draftMapping } from "../src/mapping/suggest-mapping.ts";
import { canonicalModel } from "../src/model/canonical-model.ts";
import { sourcesPage } from "./sources-page.ts";

const importers = join(import.meta.dirname, "../src/importers");

/** Where the fixture of a profile lies, by the line of the registry that imports it. */
function folderOf({ system }: SourceProfile): string {
  const registry = readFileSync(join(importers, "source-profiles.ts"), "utf8");
  const paths = [...registry.matchAll(/from "\.\/(.+)\/profile\.ts"/g)].map(
    ([, path = ""]) => path,
  );
  const own = paths.find((path) =>
    readFileSync(join(importers, path, "profile.ts"), "utf8").includes(`system: "${system}"`),
  );
  return join(importers, own ?? "");
}

test.each(sourceProfiles.map((profile) => [profile.system, profile] as const))(
  "the fixture of %s becomes records by the mapping that is suggested for it",
  async (system, profile) => {
    const source = await openSource(join(folderOf(profile), "fixture.csv"));
    const [table] = source.tables;
    const columns = table?.columns ?? [];
    const samples: (readonly string[])[] = [];
    for await (const { rows } of table?.batches() ?? []) {
      samples.push(...rows.map(({ cells }) => cells));
    }
    await source.close();
    const draft = draftMapping({ columns, samples, fileName: "x.csv" }, canonicalModel);
    const text = draftText(draft);
    const mapping = parseSourceMapping(text, "x.yaml", canonicalModel);
    const { mapRow, usedColumns, unmappedColumns } = compileMapping(
      mapping,
      columns,
      canonicalModel,
    );
    expect(draft.likeness?.system).toBe(system);
    expect(system.startsWith(mapping.source.system)).toBe(true);
    expect([...usedColumns, ...unmappedColumns].toSorted()).toEqual([...columns].toSorted());
    const records = samples.flatMap((cells) => mapRow(cells));
    expect(records.map(({ entity }) => entity)).toContain(profile.entity);
    expect(records.filter(({ reject }) => reject !== undefined)).toEqual([]);
  },
);

test("the page of sources says what the profiles say; renew it with `node scripts/make-reference.ts`", () => {
  const page = readFileSync(join(import.meta.dirname, "../docs/reference/sources.md"), "utf8");
  expect(page).toBe(sourcesPage());
});
