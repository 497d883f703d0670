import { type Landline, readLandline } from "./landline.ts";
import type { PhoneReading } from "./phone-reading.ts";
import { landlineReading, readNumber } from "./read-number.ts";
import { splitNumbers } from "./split-numbers.ts";

/** A number with the piece of the cell it was read from. */
interface ReadPiece {
  readonly written: string;
  readonly reading: PhoneReading;
}

interface ReadCell {
  readonly pieces: readonly ReadPiece[];
  readonly notes: readonly string[];
}

const embedded =
  /(?<!\d)(?:(?:\+?86)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}-?\d{7,8}|400-?\d{3}-?\d{4})(?!\d)/g;

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

/** "021-58880000/01", "/58880001" and "-801/802": what follows borrows from the number before it. */
function continueList(written: string, before: PhoneReading | undefined): PhoneReading | undefined {
  const landline = before?.landline;
  if (landline === undefined || !/^\d+$/.test(written)) return undefined;
  const extension = before?.parsed?.extension ?? "";
  if (extension !== "" && extension.length === written.length) {
    return landlineReading(landline, written);
  }
  const next = withTail(landline, written);
  return next === undefined ? undefined : landlineReading(next, "");
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
  else if (/\d/.test(written)) read.push({ written, reading: readNumber(written) });
  else words.push(written);
}
