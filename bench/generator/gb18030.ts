let table: Map<string, [number, number]> | undefined;

/** The two-byte part of GB18030, turned round from what the platform decodes. */
function twoByteTable(): Map<string, [number, number]> {
  const decoder = new TextDecoder("gb18030");
  const pairs = new Map<string, [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if (letter.length === 1 && letter !== "\ufffd" && !pairs.has(letter))
        pairs.set(letter, [lead, trail]);
    }
  }
  return pairs;
}

/** `"客户"` -> its GB18030 bytes. Throws on a letter outside the two-byte part: the generator writes none. */
export function encodeGb18030(text: string): Uint8Array {
  table ??= twoByteTable();
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const pair = table.get(letter);
    if (code < 0x80) bytes.push(code);
    else if (pair === undefined) throw new Error(`no GB18030 bytes for ${letter}`);
    else bytes.push(...pair);
  }
  return Uint8Array.from(bytes);
}
