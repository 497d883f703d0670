const local = 0x04034b50;
const central = 0x02014b50;

/**
 * The same workbook with every entry dated 1980-01-01, so that equal content gives equal bytes.
 * Walks the central directory (PKWARE APPNOTE 4.3.12) and the local headers it points to.
 */
export function fixZipDates(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.byteLength - 22;
  let at = view.getUint32(end + 16, true);
  while (view.getUint32(at, true) === central) {
    const header = view.getUint32(at + 42, true);
    if (view.getUint32(header, true) !== local) throw new Error("central directory points nowhere");
    view.setUint32(at + 12, 0x00210000, true);
    view.setUint32(header + 10, 0x00210000, true);
    const extra = view.getUint16(at + 28, true) + view.getUint16(at + 30, true);
    at += 46 + extra + view.getUint16(at + 32, true);
  }
  return bytes;
}
