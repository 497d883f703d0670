import { readFile } from "node:fs/promises";
import type { Finding } from "../../model/finding.ts";
import type { ReadOptions } from "../../model/source.ts";
import { encodingNamed } from "../encoding-name.ts";
import type { FileToRead, Importer, RawSource } from "../importer.ts";
import { refuseSheet, wholeTable } from "../whole-table.ts";
import { readCards, type CardProperty } from "./card-lines.ts";
import { cardColumns, contactRow, unreadOf } from "./contact-row.ts";

/** Address books as vCard 2.1, 3.0 or 4.0: one row a card. */
export const vcardImporter: Importer = {
  name: "vcard",
  open: openCards,
};

async function openCards({ path, digest }: FileToRead, options: ReadOptions): Promise<RawSource> {
  refuseSheet(path, options);
  const encoding = encodingNamed(options.encoding) ?? digest.encoding;
  const bytes = await readFile(path);
  const isWide = encoding.startsWith("utf-16");
  const text = isWide
    ? Buffer.from(new TextDecoder(encoding).decode(bytes)).toString("latin1")
    : bytes.toString("latin1");
  const cards = readCards(text);
  const ofFile = isWide ? "utf-8" : encoding;
  const rows = cards.map((card) => contactRow(card, ofFile));
  const findings = [...unreadFindings(cards), ...lostLetters(rows)];
  return { tables: [wholeTable([cardColumns, ...rows])], encoding, findings };
}

function unreadFindings(cards: readonly (readonly CardProperty[])[]): Finding[] {
  const names = [...new Set(cards.flatMap((card) => unreadOf(card)))].toSorted();
  if (names.length === 0) return [];
  return [{ code: "I123", severity: "info", detail: names.join(", ") }];
}

/** Old phones wrote a question mark for each letter they did not know: nothing brings it back. */
function lostLetters(rows: readonly (readonly string[])[]): Finding[] {
  const lost = rows.filter(([name = ""]) => /^[?？\s]+$/.test(name) && name.trim() !== "").length;
  return lost === 0 ? [] : [{ code: "I124", severity: "warning", detail: `${lost} cards` }];
}
