import { archiveImporter } from "./archive/archive-importer.ts";
import { callLogImporter } from "./calls/android/call-log-importer.ts";
import { chatTextImporter } from "./chat-text/chat-text-importer.ts";
import { csvImporter } from "./csv/csv-importer.ts";
import { workbookImporter } from "./excel/workbook-importer.ts";
import { dbaseImporter } from "./dbase/dbase-importer.ts";
import { pageImporter } from "./html/page-importer.ts";
import { jsonImporter } from "./json/json-importer.ts";
import { sqliteImporter } from "./sqlite/sqlite-importer.ts";
import { mailImporter } from "./mail/mail-importer.ts";
import { vcardImporter } from "./vcard/vcard-importer.ts";
import type { Importer } from "./importer.ts";
import type { Sniffed } from "./sniff.ts";

/** Every importer; the first that reads a kind of content gets it. */
const importers: readonly Importer[] = [
  csvImporter,
  workbookImporter,
  dbaseImporter,
  pageImporter,
  jsonImporter,
  sqliteImporter,
  chatTextImporter,
  callLogImporter,
  vcardImporter,
  mailImporter,
  archiveImporter((sniffed) => importerFor(sniffed)),
];

/** The importer for what the sniffer found, or undefined when the content can only be named. */
export function importerFor(sniffed: Sniffed): Importer | undefined {
  return importers.find((importer) => importer.reads(sniffed));
}
