import { createReadStream } from "node:fs";
import ExcelJS from "exceljs";

/** Reads every row of the first sheet, streaming: `node bench/xlsx/readers/exceljs.ts FILE` */
const [input = ""] = process.argv.slice(2);
const reader = new ExcelJS.stream.xlsx.WorkbookReader(createReadStream(input), {
  worksheets: "emit",
  sharedStrings: "cache",
  styles: "cache",
  hyperlinks: "ignore",
  entries: "ignore",
});
let [rows, cells] = [0, 0];
for await (const sheet of reader) {
  for await (const row of sheet) {
    rows += 1;
    // A row's values begin at 1.
    if (Array.isArray(row.values)) cells += row.values.length - 1;
  }
  break;
}
console.log(`${rows} rows, ${cells} cells`);
