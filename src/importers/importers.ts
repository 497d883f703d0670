import type { Importer } from "./importer.ts";
import type { ContentKind, Sniffed } from "./sniff.ts";

type LoadImporter = () => Promise<Importer>;

const workbook: LoadImporter = async () =>
  (await import("./excel/workbook-importer.ts")).workbookImporter;
const mail: LoadImporter = async () => (await import("./mail/mail-importer.ts")).mailImporter;

/** Who reads a kind of content. Loaded when a file needs it: most runs read one kind. */
const importers: Readonly<Partial<Record<ContentKind, LoadImporter>>> = {
  csv: async () => (await import("./csv/csv-importer.ts")).csvImporter,
  xlsx: workbook,
  xlsb: workbook,
  xls: workbook,
  ods: workbook,
  spreadsheetml: workbook,
  dbf: async () => (await import("./dbase/dbase-importer.ts")).dbaseImporter,
  html: async () => (await import("./html/page-importer.ts")).pageImporter,
  json: async () => (await import("./json/json-importer.ts")).jsonImporter,
  sqlite: async () => (await import("./sqlite/sqlite-importer.ts")).sqliteImporter,
  "chat-text": async () => (await import("./chat-text/chat-text-importer.ts")).chatTextImporter,
  "call-log": async () => (await import("./calls/android/call-log-importer.ts")).callLogImporter,
  vcard: async () => (await import("./vcard/vcard-importer.ts")).vcardImporter,
  mbox: mail,
  eml: mail,
  msg: mail,
  zip: async () => (await import("./archive/archive-importer.ts")).archiveImporter(importerFor),
};

/** The importer for what the sniffer found, or undefined when the content can only be named. */
export async function importerFor({ kind }: Sniffed): Promise<Importer | undefined> {
  return await importers[kind]?.();
}
