import { expect, test } from "vitest";
import { parseSourceMapping } from "../../mapping/parse-mapping.ts";
import { canonicalModel } from "../../model/canonical-model.ts";
import type { ImportedSource } from "../../workspace/source-files.ts";
import { rowsBeyondLimit } from "./reject-limit.ts";

const mappingWith = (rejects: string) =>
  parseSourceMapping(
    `version: 1\nsource: { files: [a.csv], system: crm }\nentity: customer\nfields: { legal_name: 名称 }\n${rejects}`,
    "m.yaml",
    canonicalModel,
  );

/** As much of a source as the limit looks at. */
const sourceOf = (id: number, data: number) =>
  ({ id, counts: { data } }) as Pick<ImportedSource, "id" | "counts"> as ImportedSource;

test.each([
  ["", 3, 3, "none is allowed by default"],
  ["rejects: { max: 2 }\n", 3, 1, "a number"],
  ["rejects: { max: 5% }\n", 3, 0, "five of a hundred"],
  ["rejects: { max: 0.5% }\n", 3, 3, "a share is rounded down"],
])("%j with %i rejected -> %i beyond: %s", (rejects, rejected, expected) => {
  const mapping = mappingWith(rejects);
  const specs = [
    { index: 0, group: 0, mapping, source: sourceOf(1, 60) },
    { index: 1, group: 0, mapping, source: sourceOf(2, 40) },
  ];
  const lost = new Map([
    [1, rejected - 1],
    [2, 1],
  ]);
  expect(rowsBeyondLimit(specs, lost)).toBe(expected);
});
