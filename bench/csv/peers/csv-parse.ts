import { parse } from "csv-parse";
import { closeSync, createReadStream, openSync, writeSync } from "node:fs";

/** `node csv-parse.ts IN.csv OUT.ndjson`: csv-parse, streaming. */
const [input = "", output = ""] = process.argv.slice(2);
const file = openSync(output, "w");
const rows: AsyncIterable<Record<string, string>> = createReadStream(input, {
  highWaterMark: 1 << 18,
}).pipe(parse({ columns: true, bom: true }));
let lines: string[] = [];
for await (const row of rows) {
  lines.push(`${JSON.stringify(row)}\n`);
  if (lines.length < 2000) continue;
  writeSync(file, lines.join(""));
  lines = [];
}
writeSync(file, lines.join(""));
closeSync(file);
