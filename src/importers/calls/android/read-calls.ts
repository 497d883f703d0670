const columns = ["number", "duration", "date", "type", "readable_date", "contact_name"] as const;

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/**
 * The calls of an Android backup as rows, the header first. `(Unknown)` is nobody's name.
 * `<call number="13900010001" duration="65" date="1772414100000" type="2" .../>` -> `["13900010001", "65", ...]`
 */
export function readCalls(xml: string): string[][] {
  const calls = [...xml.matchAll(/<call\s([^>]*?)\/?>/g)].map(([, attributes = ""]) => {
    const values = new Map(
      [...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = "", text = ""]) => [
        key,
        decode(text),
      ]),
    );
    return columns.map((column) => clean(values.get(column) ?? ""));
  });
  return [[...columns], ...calls];
}

const clean = (text: string): string => (text === "(Unknown)" || text === "null" ? "" : text);

function decode(text: string): string {
  return text.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return entities[name] ?? whole;
  });
}
