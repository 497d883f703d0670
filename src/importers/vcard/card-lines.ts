/** One property of a card: `TEL;CELL;PREF:13900010001`. Its value is bytes, one letter each (latin1). */
export interface CardProperty {
  /** Upper case, without the group: `item1.TEL` -> `TEL`. */
  readonly name: string;
  /** Upper case: `TYPE=CELL` and a bare `CELL` both give `CELL`. */
  readonly types: readonly string[];
  readonly charset: string | undefined;
  readonly value: string;
}

/** Properties that hold pictures, sounds or keys: skipped before their long values are joined. */
const binary = /^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:]/i;
const quotedPrintable = /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE/i;
const border = /^(?:BEGIN|END):VCARD/i;
/** A border of a card right behind the one before it, or behind a soft break without its line break. */
const gluedBorder = /(END:VCARD|=)[ \t]*(?=(?:BEGIN|END):VCARD)/gi;

/**
 * The properties of each card in a file that was read as latin1. Lines that are folded are joined
 * again; so are soft breaks of quoted-printable, which may split an escape. A card that begins
 * inside the last line of another is a card all the same. Follows RFC 2426, RFC 6350 and vCard 2.1.
 */
export function readCards(text: string): CardProperty[][] {
  const cards: CardProperty[][] = [];
  let card: CardProperty[] | undefined;
  for (const line of logicalLines(text.replaceAll(gluedBorder, "$1\n").split(/\r\n|\n|\r/))) {
    if (/^BEGIN:VCARD/i.test(line)) {
      card = [];
      cards.push(card);
    } else if (/^END:VCARD/i.test(line)) card = undefined;
    else if (card !== undefined && !binary.test(line)) card.push(...propertyOf(line));
  }
  return cards;
}

function* logicalLines(lines: readonly string[]): Generator<string> {
  let current = "";
  for (const line of lines) {
    if (/^[ \t]/.test(line) && current !== "") current += line.slice(1);
    else if (current.endsWith("=") && quotedPrintable.test(current) && !border.test(line)) {
      current = current.slice(0, -1) + line;
    } else {
      if (current !== "") yield current;
      current = line;
    }
  }
  if (current !== "") yield current;
}

function propertyOf(line: string): CardProperty[] {
  const colon = line.indexOf(":");
  if (colon < 0) return [];
  const [full = "", ...parameters] = line.slice(0, colon).split(";");
  const upper = parameters.map((each) => each.toUpperCase());
  const charset = upper.find((each) => each.startsWith("CHARSET="))?.slice("CHARSET=".length);
  const isQuoted = upper.some((each) => /^(?:ENCODING=)?(?:QUOTED-PRINTABLE|Q)$/.test(each));
  const value = line.slice(colon + 1);
  const types = upper.flatMap((each) =>
    each
      .replace(/^TYPE=/, "")
      .replaceAll('"', "")
      .split(","),
  );
  const name = (full.split(".").at(-1) ?? "").toUpperCase();
  return [{ name, types, charset, value: isQuoted ? decodeQuoted(value) : value }];
}

/** `=E5=BC=A0` -> three bytes; an equals sign at the end is a break that nothing follows. */
function decodeQuoted(value: string): string {
  return value
    .replace(/=$/, "")
    .replaceAll(/=([\da-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
}
