import { closeSync, createReadStream, openSync, writeSync } from "node:fs";
import Papa from "papaparse";

/** `node papaparse.ts IN.csv OUT.ndjson`: Papa Parse, streaming, the decoder set. */
const [input = "", output = ""] = process.argv.slice(2);
const source = createReadStream(input, { highWaterMark: 1 << 18 }).setEncoding("utf8");
const file = openSync(output, "w");
await new Promise<void>((resolve, reject) => {
  Papa.parse<Record<string, string>>(source, {
    header: true,
    chunk: ({ data }) => {
      writeSync(file, data.map((row) => `${JSON.stringify(row)}\n`).join(""));
    },
    complete: () => resolve(),
    error: reject,
  });
});
closeSync(file);
