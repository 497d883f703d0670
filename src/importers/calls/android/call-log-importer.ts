import { readFile } from "node:fs/promises";
import type { ReadOptions } from "../../../model/source.ts";
import type { FileToRead, Importer, RawSource } from "../../importer.ts";
import { refuseSheet, wholeTable } from "../../whole-table.ts";
import { readCalls } from "./read-calls.ts";

/** The call log of an Android phone as its backup program writes it. */
export const callLogImporter: Importer = {
  name: "call-log",
  open: openCalls,
};

async function openCalls({ path, digest }: FileToRead, options: ReadOptions): Promise<RawSource> {
  refuseSheet(path, options);
  const text = new TextDecoder(digest.encoding).decode(await readFile(path));
  return { tables: [wholeTable(readCalls(text))], encoding: digest.encoding, findings: [] };
}
