import { readFileSync } from "node:fs";
import { read, utils } from "@e965/xlsx";

/** Reads every row of the first sheet as text: `node bench/xlsx/readers/sheetjs.ts FILE` */
const [input = ""] = process.argv.slice(2);
const book = read(readFileSync(input), { type: "buffer", dense: true });
const sheet = book.Sheets[book.SheetNames[0] ?? ""];
const rows: string[][] =
  sheet === undefined ? [] : utils.sheet_to_json(sheet, { header: 1, raw: false });
console.log(`${rows.length} rows`);
