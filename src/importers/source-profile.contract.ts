import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { canonicalModel, findField } from "../model/canonical-model.ts";
import type { EntityName } from "../model/entity.ts";
import { cleanHeading } from "./clean-heading.ts";
import { openSource } from "./open-source.ts";
import { columnsOfRule, type ProfileFields, type SourceProfile } from "./source-profile.ts";
import { recogniseSystem } from "./source-system.ts";

/** The same columns in another order, equal at each run: every third, then the rest backwards. */
function shuffled(columns: readonly string[]): string[] {
  const third = columns.filter((_, at) => at % 3 === 1);
  return [...third, ...columns.filter((_, at) => at % 3 !== 1).toReversed()];
}

const decorated = (heading: string, at: number): string =>
  [`*${heading}`, `${heading}（必填）`, ` ${heading} `, `${heading}＊`][at % 4] ?? heading;

/**
 * What every profile promises: its own headings are recognised, also shuffled, decorated, with one
 * missing and with strangers among them; its fields exist; its fixture is read as what it is.
 */
export function describeProfile(profile: SourceProfile, folder: string): void {
  describe(profile.system, () => {
    describeFields(profile, profile.entity, profile.fields);
    for (const { entity, fields } of profile.beside ?? []) describeFields(profile, entity, fields);
    describeHeadings(profile);
    describeFixture(profile, folder);
  });
}

function describeFields(profile: SourceProfile, entity: EntityName, fields: ProfileFields): void {
  test.each(Object.entries(fields))(`${entity}.%s reads columns of the export`, (name, rule) => {
    expect(findField(canonicalModel, entity, name)?.name).toBe(name);
    const known = profile.headings.flat();
    for (const column of columnsOfRule(rule)) expect(known).toContain(column);
  });
}

function describeHeadings(profile: SourceProfile): void {
  const expected = { system: profile.system, entity: profile.entity };
  test.each(profile.headings.map((headings) => [headings.join(","), headings] as const))(
    "recognises %s",
    (_, headings) => {
      expect(recogniseSystem(headings)).toMatchObject({ ...expected, confidence: "high" });
      expect(recogniseSystem(shuffled(headings))).toMatchObject(expected);
      expect(recogniseSystem(headings.map(decorated))).toMatchObject(expected);
      if (headings.length <= 3) return;
      expect(recogniseSystem([...headings, "自定义甲", "自定义乙"])).toMatchObject(expected);
      for (const missing of headings) {
        const rest = headings.filter((each) => each !== missing);
        expect(recogniseSystem(rest), `without ${missing}`).toMatchObject(expected);
      }
    },
  );
}

function describeFixture(profile: SourceProfile, folder: string): void {
  test("reads its fixture", async () => {
    const source = await openSource(join(folder, "fixture.csv"));
    const [table] = source.tables;
    const headings = profile.headings.map((each) => each.map(cleanHeading));
    expect(headings).toContainEqual(table?.columns.map(cleanHeading));
    await source.close();
  });
}
