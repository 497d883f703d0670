import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { inventorySchemaText } from "../test/inventory-schema.ts";
import { matchModelSchemaText } from "../test/match-model-schema.ts";
import { errorsPage } from "../test/reference-pages.ts";
import { rulesPage } from "../test/rules-page.ts";
import { sourcesPage } from "../test/sources-page.ts";
import { hasVectors } from "../test/vectors/vector-check.ts";
import { namePairsPage, scorePairs } from "../test/vectors/name-pairs.ts";
import { checkVectors, vectorsPage } from "../test/vectors/vectors-page.ts";

/** Renews the pages of `docs/reference/` that are made from the code. */
writeFileSync(join(import.meta.dirname, "../docs/reference/errors.md"), errorsPage());
writeFileSync(
  join(import.meta.dirname, "../docs/reference/inventory.schema.json"),
  inventorySchemaText(),
);
writeFileSync(
  join(import.meta.dirname, "../docs/reference/match-model.schema.json"),
  matchModelSchemaText(),
);
writeFileSync(join(import.meta.dirname, "../docs/reference/sources.md"), sourcesPage());
writeFileSync(join(import.meta.dirname, "../docs/reference/rules.md"), rulesPage());
writeFileSync(
  join(import.meta.dirname, "../docs/reference/name-pairs.md"),
  namePairsPage(scorePairs()),
);
if (hasVectors) {
  const page = vectorsPage(checkVectors());
  writeFileSync(join(import.meta.dirname, "../docs/reference/vectors.md"), page);
}
