const dateParts =
  /(?<!\d)(20\d{2})(?:[-_.年](0?[1-9]|1[0-2])[-_.月](0?[1-9]|[12]\d|3[01])日?|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))(?!\d)(?:[ T_-]?[0-2]?\d[-:_时]?[0-5]\d(?:[-:_分]?[0-5]\d)?)?/;
const isAboutExport = /导出|下载|截[至止]|统计|制表|日期|时间|export|as of|date|generated/i;
const counter =
  /(?:[ _-]*(?:\(\d{1,3}\)|（\d{1,3}）)|[ _-]+0\d{1,3}|[ _-]*(?:副本|copy|最新|最终版?|终版))+$/i;

/**
 * What the files of one export are called, whichever month or part they are: without ending, date
 * and counter. `"exports/客户_2024-03-01 (2).xlsx"` -> `"客户"`, `"Accounts_001.csv"` -> `"Accounts"`
 */
export function exportStem(fileName: string): string {
  const name = (fileName.split(/[/\\]/).at(-1) ?? "").replace(/\.[a-z]+$/i, "");
  const bare = name
    .replace(dateParts, "")
    .replace(counter, "")
    .replaceAll(/^[ _-]+|[ _-]+$/g, "");
  return bare === "" ? name : bare;
}

/**
 * The day on which a file was exported, as its title rows or its name say; undefined when neither
 * does. `["导出日期: 2026-11-20"]` -> `2026-11-20`, `客户_20261120.csv` -> `2026-11-20`
 */
export function exportDate(titles: readonly string[], fileName: string): string | undefined {
  const stated = titles.filter((line) => isAboutExport.test(line));
  const found = [...stated, fileName.split(/[/\\]/).at(-1) ?? ""].map((text) =>
    dateParts.exec(text),
  );
  const [, year, longMonth, longDay, month, day] = found.find((each) => each !== null) ?? [];
  if (year === undefined) return undefined;
  return `${year}-${pad(longMonth ?? month)}-${pad(longDay ?? day)}`;
}

function pad(digits = ""): string {
  return digits.padStart(2, "0");
}
