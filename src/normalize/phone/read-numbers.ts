import { type Landline, readLandline } from "./landline.ts";
import type { PhoneReading } from "./phone-reading.ts";
import { landlineReading, readNumber } from "./read-number.ts";
import { splitNumbers } from "./split-numbers.ts";

/** A number with the piece of the cell it was read from. */
export interface ReadPiece {
  readonly written: string;
  readonly reading: PhoneReading;
}

interface ReadCell {
  readonly pieces: readonly ReadPiece[];
  readonly notes: readonly string[];
}

const embedded =
  /(?<!\d)(?:(?:\+?86)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}|(?:0\d{2,3}-?\d{7,8}|400-?\d{3}-?\d{4})(?:(?:-|\s*(?:转|分机|ext\.?)\s*)\d{1,5})?)(?!\d)/gi;
/** Fewer digits are a list number or part of a word (微信abc123). */
const fewestDigits = 5;
const localWithExtension = /^(\d{7,8})(?:-|转|分机)(\d{1,5})$/;
/** 28780808/0809 continues a list; 62558888,8001 names an extension. */
const widestList = 100;

/**
 * All numbers of a cell in their order, and the words between them.
 * `"021-58880000/01 王工"` -> "+862158880000", "+862158880001", note "王工"
 */
export function readNumbers(cell: string): ReadCell {
  const { pieces, notes } = splitNumbers(cell);
  const read: ReadPiece[] = [];
  const words = [...notes];
  for (const written of pieces) {
    const continued = continueList(written, read.at(-1)?.reading);
    const reading = continued ?? readNumber(written);
    if (reading.code === "N202") readEmbedded(written, read, words);
    else read.push({ written, reading });
  }
  return { pieces: read, notes: words.filter((word) => /[\p{L}\d]/u.test(word)) };
}

/** "021-58880000/01", "/58880001转802" and "-801/802": what follows borrows from the number before it. */
function continueList(written: string, before: PhoneReading | undefined): PhoneReading | undefined {
  const [, local = written, own = ""] = localWithExtension.exec(written) ?? [];
  if (before?.landline === undefined || !/^\d+$/.test(local)) return undefined;
  return continued(local, own, {
    landline: before.landline,
    before: before.parsed?.extension ?? "",
  });
}

interface ListSoFar {
  readonly landline: Landline;
  /** The extension of the number before, "" for none. */
  readonly before: string;
}

function continued(
  local: string,
  own: string,
  { landline, before }: ListSoFar,
): PhoneReading | undefined {
  if (own === "" && isExtension(local, landline, before)) return landlineReading(landline, local);
  const next = withTail(landline, local);
  return next === undefined ? undefined : landlineReading(next, own);
}

/** As long as the extension before it, or of three or four digits that continue no list of numbers. */
function isExtension(written: string, landline: Landline, before: string): boolean {
  if (before !== "") return before.length === written.length;
  const next = withTail(landline, written);
  const distance = Number(next?.local ?? 0) - Number(landline.local);
  return /^\d{3,4}$/.test(written) && Math.abs(distance) > widestList;
}

function withTail({ area, local }: Landline, tail: string): Landline | undefined {
  const isTail = tail.length <= 4 || tail.length === local.length;
  return isTail ? readLandline(area + local.slice(0, -tail.length) + tail) : undefined;
}

/** A piece with words and numbers in it gives its numbers; without any it stays a piece. */
function readEmbedded(written: string, read: ReadPiece[], words: string[]): void {
  const numbers = written.match(embedded) ?? [];
  for (const number of numbers) read.push({ written: number, reading: readNumber(number) });
  const rest = written.replace(embedded, " ").trim();
  if (numbers.length > 0) words.push(rest);
  else if (written.replace(/\D/g, "").length >= fewestDigits)
    read.push({ written, reading: readNumber(written) });
  else words.push(written);
}
