import { read, utils } from "@e965/xlsx";
import { closeSync, openSync, readFileSync, writeSync } from "node:fs";

/** `node sheetjs.ts IN.csv OUT.ndjson`: SheetJS, which reads the whole file at once. */
const [input = "", output = ""] = process.argv.slice(2);
const book = read(readFileSync(input, "utf8"), { type: "string", raw: true, dense: true });
const sheet = book.Sheets[book.SheetNames[0] ?? ""];
if (sheet === undefined) throw new Error("no sheet");
const file = openSync(output, "w");
for (const row of utils.sheet_to_json(sheet, { defval: "", raw: false })) {
  writeSync(file, `${JSON.stringify(row)}\n`);
}
closeSync(file);
