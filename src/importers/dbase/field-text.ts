import type { DbaseField } from "./dbase-header.ts";

type ReadText = (bytes: Buffer) => string;
type Reader = (bytes: Buffer, decode: ReadText) => string;

/** Julian day of 1970-01-01, which FoxPro's moments count from. */
const firstDay = 2_440_588;
const dayMs = 86_400_000;

const longNumber =
  (read: (bytes: Buffer) => string): Reader =>
  (bytes) =>
    bytes.length === 8 ? read(bytes) : "";
const moment: Reader = longNumber((bytes) =>
  momentText(bytes.readInt32LE(0), bytes.readInt32LE(4)),
);
const double: Reader = longNumber((bytes) => String(bytes.readDoubleLE()));
const text: Reader = (bytes, decode) => decode(bytes).replace(/[\0 ]+$/, "");
const nothing: Reader = () => "";

const readerByType: Readonly<Record<string, Reader>> = {
  "@": moment,
  B: double,
  C: text,
  D: (bytes) => dateText(bytes.toString("latin1")),
  G: nothing,
  I: (bytes) => (bytes.length === 4 ? String(bytes.readInt32LE()) : ""),
  L: (bytes) => truthText(bytes.toString("latin1")),
  M: nothing,
  O: double,
  P: nothing,
  T: moment,
  V: text,
  Y: longNumber((bytes) => moneyText(bytes.readBigInt64LE())),
};

/**
 * A field of a record as text: numbers as they are written, dates by ISO 8601, truth as TRUE and
 * FALSE, memos empty. `20240305` -> `2024-03-05`
 */
export function fieldText(bytes: Buffer, { type }: DbaseField, decode: ReadText): string {
  const read = readerByType[type];
  return read === undefined
    ? bytes.toString("latin1").replaceAll(/[\0 ]/g, "")
    : read(bytes, decode);
}

/** Types whose content lies in a file of its own, `.dbt` or `.fpt`. */
export const memoTypes: readonly string[] = ["M", "G", "P"];

function dateText(text: string): string {
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (digits === null) return text.replaceAll(/[\0 ]/g, "");
  return text === "00000000" ? "" : digits.slice(1).join("-");
}

function truthText(text: string): string {
  if (/^[ty]/i.test(text)) return "TRUE";
  return /^[fn]/i.test(text) ? "FALSE" : "";
}

/** Four decimals, counted in ten-thousandths; whole amounts without any. */
function moneyText(value: bigint): string {
  const [sign, size] = value < 0n ? ["-", -value] : ["", value];
  const fraction = String(size % 10_000n)
    .padStart(4, "0")
    .replace(/0+$/, "");
  return `${sign}${size / 10_000n}${fraction === "" ? "" : `.${fraction}`}`;
}

function momentText(day: number, ms: number): string {
  const moment = new Date((day - firstDay) * dayMs + ms);
  if (day === 0 || Number.isNaN(moment.getTime())) return "";
  return moment.toISOString().slice(0, 19).replace("T", " ");
}
