import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { openSource } from "../../../src/importers/open-source.ts";

/** Reads every row of the first sheet as text: `node bench/xlsx/readers/goldpan.ts FILE` */
const [input = ""] = process.argv.slice(2);
const built = join(import.meta.dirname, "../../../dist/importers/open-source.js");
// What is built is what the source says; the source's own types are borrowed.
const importer = (await import(pathToFileURL(built).href)) as { openSource: typeof openSource };
const source = await importer.openSource(input);
let [rows, letters] = [0, 0];
for await (const batch of source.tables[0]?.batches() ?? []) {
  rows += batch.rows.length;
  for (const { cells } of batch.rows) letters += cells.reduce((sum, cell) => sum + cell.length, 0);
}
await source.close();
console.log(`${rows} rows, ${letters} letters`);
