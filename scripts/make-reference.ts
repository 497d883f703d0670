import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { errorsPage } from "../test/reference-pages.ts";
import { sourcesPage } from "../test/sources-page.ts";

/** Renews the pages of `docs/reference/` that are made from the code. */
writeFileSync(join(import.meta.dirname, "../docs/reference/errors.md"), errorsPage());
writeFileSync(join(import.meta.dirname, "../docs/reference/sources.md"), sourcesPage());
