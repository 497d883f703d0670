import { csvImporter } from "./csv/csv-importer.ts";
import { workbookImporter } from "./excel/workbook-importer.ts";
import { jsonImporter } from "./json/json-importer.ts";
import type { Importer } from "./importer.ts";
import type { Sniffed } from "./sniff.ts";

/** Every importer; the first that reads a kind of content gets it. */
const importers: readonly Importer[] = [csvImporter, workbookImporter, jsonImporter];

/** The importer for what the sniffer found, or undefined when the content can only be named. */
export function importerFor(sniffed: Sniffed): Importer | undefined {
  return importers.find((importer) => importer.reads(sniffed));
}
