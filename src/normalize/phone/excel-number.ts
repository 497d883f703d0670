/**
 * A number that went through a spreadsheet or a program as a floating point value.
 * `"13800138000.0"` and `"1.3800138E10"` -> "13800138000"; `"1.38E+10"` -> "", its digits are
 * gone; anything else -> undefined.
 */
export function readExcelNumber(text: string): string | undefined {
  const decimal = /^'?(\d{7,13})\.0+$/.exec(text)?.[1];
  if (decimal !== undefined) return decimal;
  const scientific = /^(\d)\.?(\d*)E\+?(\d{1,2})$/i.exec(text);
  if (scientific === null) return undefined;
  const [, first = "", fraction = "", exponent = ""] = scientific;
  // Spreadsheets show at most six digits; eight and more are the whole number as a program prints it.
  if (fraction.length < 7 || fraction.length > Number(exponent)) return "";
  return first + fraction.padEnd(Number(exponent), "0");
}
