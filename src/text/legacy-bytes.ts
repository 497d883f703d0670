/** Encodings in which Chinese text was written or mistakenly read (WHATWG Encoding Standard). */
export type LegacyEncoding =
  | "windows-1252"
  | "macintosh"
  | "cp437"
  | "gbk"
  | "big5"
  | "shift_jis"
  | "utf-8";

/** Code page 437 from 0x80 on: the console of DOS and of Windows in English, which the standard leaves out. */
const cp437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

/** Rows that Big5 of ETEN and of Hong Kong adds and the platform's decoder lacks: first byte pair, letters. */
const big5Additions: readonly (readonly [lead: number, trail: number, letters: string])[] = [
  [0xc6, 0xa1, "①②③④⑤⑥⑦⑧⑨⑩⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ"],
  [0xc6, 0xbf, "丶丿亅亠冂冖冫勹匸卩厶夊宀巛⼳广廴彐彡攴无疒癶辵隶¨ˆヽヾゝゞ〃仝々〆〇ー［］✽"],
  [0xc6, 0xe7, lettersFrom("ぁ", 83) + lettersFrom("ァ", 86)],
  [0xc7, 0xf3, "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя"],
  [0xc8, 0xcd, "￢￤＇＂㈱№℡"],
  [0xc8, 0xd4, "゛゜⺀⺄⺆⺇⺈⺊⺌⺍⺕⺜⺝⺥⺧⺪⺬⺮⺶⺼⺾⻆⻊⻌⻍⻏⻖⻗⻞⻣"],
  [0xc8, 0xf5, "ʃɐɛɔɵœøŋʊɪ"],
];

function lettersFrom(first: string, count: number): string {
  return Array.from({ length: count }, (_, at) =>
    String.fromCharCode(first.charCodeAt(0) + at),
  ).join("");
}

const lineEnd = 0x0a;
const decoders = new Map<LegacyEncoding, InstanceType<typeof TextDecoder>>();
const tables = new Map<LegacyEncoding, ReadonlyMap<string, readonly number[]>>();

/** The bytes that an encoding writes for a text; undefined when it lacks one of the letters. */
export function encodeLegacy(text: string, encoding: LegacyEncoding): Uint8Array | undefined {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  const table = tableOf(encoding);
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.charCodeAt(0);
    const written = code < 0x80 ? [code] : table.get(letter);
    if (written === undefined) return undefined;
    bytes.push(...written);
  }
  return Uint8Array.from(bytes);
}

/** The text that bytes mean in an encoding; undefined when they are not well-formed in it. */
export function decodeLegacy(bytes: Uint8Array, encoding: LegacyEncoding): string | undefined {
  const known = decoders.get(encoding);
  const label = encoding === "gbk" ? "gb18030" : encoding;
  const decoder = known ?? new TextDecoder(label, { fatal: true, ignoreBOM: true });
  if (known === undefined) decoders.set(encoding, decoder);
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function tableOf(encoding: LegacyEncoding): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table = isSingleByte(encoding) ? singleByteTable(encoding) : doubleByteTable(encoding);
  tables.set(encoding, table);
  return table;
}

function isSingleByte(encoding: LegacyEncoding): boolean {
  return encoding === "windows-1252" || encoding === "macintosh" || encoding === "cp437";
}

function singleByteTable(encoding: LegacyEncoding): Map<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  const decoder = encoding === "cp437" ? undefined : new TextDecoder(encoding);
  for (let byte = 0x80; byte <= 0xff; byte += 1) {
    const letter = decoder?.decode(Uint8Array.of(byte)) ?? cp437.charAt(byte - 0x80);
    table.set(letter, [byte]);
    // What reads as Latin-1 keeps the control codes that cp1252 fills with signs.
    if (encoding === "windows-1252") table.set(String.fromCharCode(byte), [byte]);
  }
  return table;
}

/** The two-byte part of an encoding, turned round from what the platform decodes. */
function doubleByteTable(encoding: LegacyEncoding): Map<string, readonly number[]> {
  // Letters that stand twice are written from the main rows, which begin at A1.
  const leads = Array.from({ length: 126 }, (_, at) => (at < 94 ? 0xa1 : 0x81 - 94) + at);
  const pairs = leads.flatMap((lead) =>
    Array.from({ length: 0xbf }, (_, at) => [lead, 0x40 + at] as const),
  );
  // A line end behind each pair keeps a broken one from eating the next.
  const bytes = Uint8Array.from(pairs.flatMap((pair) => [...pair, lineEnd]));
  const letters = new TextDecoder(encoding === "gbk" ? "gb18030" : encoding).decode(bytes);
  const table = new Map<string, readonly number[]>();
  letters.split("\n").forEach((letter, at) => {
    const pair = pairs[at];
    const isOne = letter.length === 1 || (letter.length === 2 && /^[\ud800-\udbff]/.test(letter));
    if (isOne && pair !== undefined && letter !== "\ufffd" && !table.has(letter)) {
      table.set(letter, pair);
    }
  });
  addExtensions(encoding, table);
  return table;
}

function addExtensions(encoding: LegacyEncoding, table: Map<string, readonly number[]>): void {
  if (encoding === "shift_jis") addHalfWidthKana(table);
  if (encoding === "gbk") table.set("€", [0x80]);
  if (encoding === "big5") for (const addition of big5Additions) addRow(table, addition);
}

/** Bytes A1 to DF are half-width katakana. */
function addHalfWidthKana(table: Map<string, readonly number[]>): void {
  for (let byte = 0xa1; byte <= 0xdf; byte += 1) {
    table.set(String.fromCharCode(0xff61 - 0xa1 + byte), [byte]);
  }
}

/** A trail byte runs from 40 to 7E and from A1 to FE, then the next row begins. */
function addRow(
  table: Map<string, readonly number[]>,
  [firstLead, firstTrail, letters]: (typeof big5Additions)[number],
): void {
  let [lead, trail] = [firstLead, firstTrail];
  for (const letter of letters) {
    if (!table.has(letter)) table.set(letter, [lead, trail]);
    trail = trail === 0x7e ? 0xa1 : trail + 1;
    if (trail > 0xfe) [lead, trail] = [lead + 1, 0x40];
  }
}
