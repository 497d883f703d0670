import { readFile } from "node:fs/promises";
import type { ParsingOptions, WorkBook } from "@e965/xlsx";
import { GoldpanError } from "../../errors.ts";
import { builtInFormat } from "./number-format.ts";
import { damagedFile } from "../zip/damaged-file.ts";

/** `bookFiles` keeps the unpacked parts of an .xlsx with the book; nothing is unpacked twice. */
const asCells: ParsingOptions = {
  type: "buffer",
  dense: true,
  cellNF: true,
  codepage: 936,
  bookFiles: true,
};

/** Built-in formats that East Asian workbooks name by number alone. */
const eastAsianFormats: readonly number[] = [
  27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
];

/**
 * A workbook through SheetJS, which is loaded here and only
 * here. Throws IMPORT_PASSWORD or IMPORT_DAMAGED.
 */
export async function parseWorkbook(path: string): Promise<WorkBook> {
  const { read, set_cptable: setCodepages, CFB, SSF } = await import("@e965/xlsx");
  // Old workbooks name a codepage; without its table every Han letter is lost.
  setCodepages(await import("@e965/xlsx/dist/cpexcel.full.mjs"));
  // Of these formats SheetJS learns only when the first cell with one of them has been misread.
  for (const id of eastAsianFormats) SSF.load(builtInFormat(id), id);
  try {
    const bytes = await readFile(path);
    const book = read(bytes, asCells);
    // The typings call it `any`; the two functions are used as they are described in cfb's README.
    return hasEmptyStrings(book) ? read(withWholeStrings(bytes, CFB as Archives), asCells) : book;
  } catch (cause) {
    throw refusalOf(path, cause);
  }
}

function refusalOf(path: string, cause: unknown): GoldpanError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  if (/password/i.test(reason))
    return new GoldpanError("IMPORT_PASSWORD", { file: path }, { cause });
  return damagedFile(path, [reason, reason], cause);
}

interface Part {
  content: Uint8Array;
  size: number;
}

interface Archive {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly Part[];
}

interface Archives {
  read(bytes: Uint8Array, options: { readonly type: "buffer" }): Archive;
  write(
    archive: Archive,
    options: { readonly fileType: "zip"; readonly type: "buffer" },
  ): Uint8Array;
}

const sharedStrings = /(?:^|\/)sharedstrings\.xml$/i;
const emptyString = /<((?:\w+:)?si)\s*(?:\/>|>\s*<\/\1>)/g;

/**
 * `<si/>` or `<si></si>` is an empty text in the table that cells point to. SheetJS passes over it, and every cell
 * with a later text would show the text of its neighbour.
 */
function hasEmptyStrings(book: WorkBook): boolean {
  // Present because of `bookFiles`; the typings do not know it.
  const { files = {} } = book as { readonly files?: Readonly<Record<string, Part>> };
  return Object.entries(files).some(
    ([name, part]) => sharedStrings.test(name) && textOf(part).search(emptyString) >= 0,
  );
}

/** The same workbook with `<si><t></t></si>` for each of them. */
function withWholeStrings(bytes: Uint8Array, archives: Archives): Uint8Array {
  const archive = archives.read(bytes, { type: "buffer" });
  archive.FullPaths.forEach((name, index) => {
    const part = archive.FileIndex[index];
    if (part === undefined || !sharedStrings.test(name)) return;
    part.content = Buffer.from(textOf(part).replaceAll(emptyString, "<$1><t></t></$1>"), "latin1");
    part.size = part.content.length;
  });
  return archives.write(archive, { fileType: "zip", type: "buffer" });
}

/** Byte for letter: only the marks matter, whatever the encoding of the text between them. */
function textOf({ content }: Part): string {
  return Buffer.from(content).toString("latin1");
}
