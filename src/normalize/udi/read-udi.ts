import { calendarDate, daysIn, isoDate } from "../date/calendar-date.ts";

/**
 * Unique device identification of medical devices (NMPA): GS1 strings with application identifiers
 * (GS1 General Specifications), bare GTINs, and the shape of MA codes (ZIIOT).
 */
export interface Udi {
  readonly agency: "GS1" | "MA";
  /** Device identifier: a GTIN in 14 digits, or the first four parts of an MA code. */
  readonly di: string;
  /** Production identifiers by application identifier; dates as ISO text. */
  readonly pi: readonly (readonly [identifier: string, value: string])[];
}

/** Why a text is no device identifier: Excel ate digits, or it has none of the shapes. */
export type UdiProblem = "lost" | "invalid";

const fixedLengths: Readonly<Record<string, number>> = {
  "01": 14,
  "02": 14,
  "11": 6,
  "13": 6,
  "15": 6,
  "16": 6,
  "17": 6,
};
const dateIdentifiers: ReadonlySet<string> = new Set(["11", "13", "15", "16", "17"]);
const separator = "\u001d";
const scientific = /^\d(?:\.\d+)?E\+?\d{1,2}$/i;
const ma = /^(MA\.\d{3}\.[A-Z]\d\.[0-9A-Z]{4,8}\.[0-9A-Z]{4,12})((?:\.[A-Z][0-9A-Z]{1,20})*)$/;

/** `"(01)06901234567892(17)130131"` -> DI "06901234567892", PI 17 = 2013-01-31; `"6901234567892"` -> DI with its zero */
export function readUdi(text: string): Udi | UdiProblem {
  const compact = text.replace(/[\s'‘’"]/g, "").replace(/^\](?:d2|C1|Q3)/, "");
  if (scientific.test(compact)) return "lost";
  const [, di, rest = ""] = ma.exec(compact.toUpperCase()) ?? [];
  if (di !== undefined) return { agency: "MA", di, pi: piecesOfMa(rest) };
  const bare = compact.replace(/\.0+$/, "");
  if (isGtin(bare)) return { agency: "GS1", di: bare.padStart(14, "0"), pi: [] };
  return readElements(compact) ?? "invalid";
}

/** A GTIN of 8, 12, 13 or 14 digits whose check digit fits: weights 3 and 1 from the right. */
export function isGtin(digits: string): boolean {
  if (!/^(?:\d{8}|\d{12,14})$/.test(digits)) return false;
  const sum = [...digits]
    .toReversed()
    .reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}

function piecesOfMa(rest: string): readonly (readonly [string, string])[] {
  const pieces = rest.split(".").filter((piece) => piece !== "");
  return pieces.map((piece) => [piece.charAt(0), piece.slice(1)] as const);
}

function readElements(text: string): Udi | undefined {
  const elements = text.startsWith("(") ? bracketed(text) : runTogether(text);
  const di = elements?.find(([identifier]) => identifier === "01")?.[1] ?? "";
  if (elements === undefined || di.length !== 14 || !isGtin(di)) return undefined;
  const pi = elements.filter(([identifier]) => identifier !== "01").map(withDate);
  return pi.every(([, value]) => value !== "") ? { agency: "GS1", di, pi } : undefined;
}

type Element = readonly [identifier: string, value: string];

function bracketed(text: string): readonly Element[] | undefined {
  if (!/^(?:\(\d{2,4}\)[^()]+)+$/.test(text)) return undefined;
  return [...text.matchAll(/\((\d{2,4})\)([^()]+)/g)].map(([, identifier = "", value = ""]) => [
    identifier,
    value.replaceAll(separator, ""),
  ]);
}

/** Without brackets: identifiers of fixed length first, the others end at FNC1 or at the end. */
function runTogether(text: string): readonly Element[] | undefined {
  const elements: Element[] = [];
  for (let rest = text; rest !== "";) {
    const identifier = rest.slice(0, 2);
    const length = fixedLengths[identifier];
    const end = length === undefined ? endOfVariable(rest) : 2 + length;
    if (!/^\d\d$/.test(identifier) || rest.length < end) return undefined;
    elements.push([identifier, rest.slice(2, end)]);
    rest = rest.slice(rest.charAt(end) === separator ? end + 1 : end);
  }
  return elements;
}

function endOfVariable(rest: string): number {
  const at = rest.indexOf(separator);
  return at < 0 ? rest.length : at;
}

/** YYMMDD: 51 to 99 are years of the last century, day 00 is the last of the month. */
function withDate([identifier, value]: Element): Element {
  if (!dateIdentifiers.has(identifier)) return [identifier, value];
  const [year = 0, month = 0, day = 0] = [0, 2, 4].map((at) => Number(value.slice(at, at + 2)));
  const full = year <= 50 ? 2000 + year : 1900 + year;
  const date = calendarDate(full, month, day === 0 ? daysIn(full, month) : day);
  return [identifier, date === undefined ? "" : isoDate(date)];
}
