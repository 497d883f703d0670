const entity = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi;
const namedEntities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/** ECMA-376 part 1, 22.9.2.19: `_x000D_` is a letter that XML cannot hold; `_x005F_` is `_`. */
const excelEscape = /_x([\dA-Fa-f]{4})_/g;

/** `"A &amp; B"` -> `"A & B"`; an entity that is not known stays as it stands. */
export function resolveEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(entity, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return namedEntities[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    const isLetter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isLetter ? String.fromCodePoint(code) : whole;
  });
}

/** `"a_x000D_b"` -> `"a\rb"` */
export function resolveExcelEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replaceAll(excelEscape, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Text of a cell as it stands between marks -> the text that Excel shows; lines end with `\n`. */
export function cellTextOf(markup: string): string {
  const text = resolveExcelEscapes(resolveEntities(normalLineEnds(markup)));
  return text.includes("\r\n") ? text.replaceAll("\r\n", "\n") : text;
}

/** XML 1.0, 2.11: whoever reads XML sees one kind of line end. */
export function normalLineEnds(text: string): string {
  return text.includes("\r") ? text.replaceAll(/\r\n?/g, "\n") : text;
}
