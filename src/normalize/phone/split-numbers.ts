const label =
  /(?:联系)?(?:电话|手机|座机|固话|传真|热线|电|手|TEL|Tel|tel|Phone|phone|PHONE|Mobile|mobile|MOBILE|FAX|Fax|fax|[TMtm](?=[:：]))(?:号码|号)?\s*\d?\s*[:：.]\s*|(?:联系)?(?:电话|手机|座机|固话|热线)(?:号码|号)?\s*(?=[+\d(])/g;
const separator =
  /[/、;；,，|~\n\r\t]+|\s*(?:或者?|和|及)\s*|(?<=\d{5})\s+(?=(?:\+?86[- ]?)?1[3-9]\d{9}|0\d{2,3}-|400-)|(?<=[2-8]\d{6,7})\s+(?=[2-8]\d{6,7}(?!\d))|(?<=(?<!\d)1[3-9]\d{9})(?=1[3-9]\d{9}(?!\d))/;
/** 1. or (1) before a number, not before the digits of one. */
const listNumber =
  /(?<![\d.-])(?:[1-9][.、)]|\([1-9]\))\s*(?=(?:\+?86[- ]?)?1[3-9]\d{9}(?!\d)|\(?0\d{2,3}[-) ]?\d{7})/g;
const bracketed = /[（(]([^()（）]*[^\d\s()（）+-][^()（）]*)[)）]/g;
const areaBeforeSlash = /(?<!\d)(0\d{2,3})\/(?=\d{7,8}(?!\d))/g;
const postcode = /^\s*\d{6}\s+(?=\(?0\d{2,3}[-) ]?\d)/;
const extension = /^\s*(?:转|分机|ext)/i;

/** Fewer digits than two numbers have, without a space or slash: nothing to split or to set aside. */
const oneNumber = /^\+?\d[\d-]{0,18}$/;

export interface CellOfNumbers {
  /** One text a number, as written but for labels and notes. */
  readonly pieces: readonly string[];
  /** Words that stood beside the numbers ("微信同号"). */
  readonly notes: readonly string[];
}

/**
 * The numbers of a cell: labels go, notes in brackets are set aside, lists are split.
 * `"电话：13912345678(微信同号)、021-58880000"` -> pieces "13912345678", "021-58880000"
 */
export function splitNumbers(cell: string): CellOfNumbers {
  if (oneNumber.test(cell)) return { pieces: [cell], notes: [] };
  const notes: string[] = [];
  const plain = cell.replace(/\[(\+?[\d-]{2,5})\]/g, "($1)").replace(listNumber, ";");
  const bare = plain.replace(label, " ").replace(bracketed, (_whole, note: string) => {
    if (extension.test(note)) return note;
    notes.push(note.trim());
    return " ";
  });
  const joined = bare.replace(postcode, "").replace(areaBeforeSlash, "$1-");
  const pieces = joined.split(separator).map((piece) => piece.trim());
  return { pieces: pieces.filter((piece) => piece !== ""), notes };
}
