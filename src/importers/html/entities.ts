/** Names that programs which write tables use; all others may come as numbers. */
const named: Readonly<Record<string, string>> = {
  amp: "&",
  apos: "'",
  copy: "©",
  emsp: " ",
  ensp: " ",
  gt: ">",
  hellip: "…",
  ldquo: "“",
  lsquo: "‘",
  lt: "<",
  mdash: "—",
  middot: "·",
  nbsp: " ",
  ndash: "–",
  quot: '"',
  rdquo: "”",
  reg: "®",
  rsquo: "’",
  times: "×",
  yen: "¥",
};

const entity = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi;

/** `"A&amp;B&#20844;"` -> `"A&B公"`; a name that is not known stays as it is. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(entity, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    const isLetter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    if (code === 160) return " ";
    return isLetter ? String.fromCodePoint(code) : "\ufffd";
  });
}
