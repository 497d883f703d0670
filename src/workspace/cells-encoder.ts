import type { TableRow } from "../model/source.ts";

const quote = 0x22;
const comma = 0x2c;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/** The cells of rows as JSON arrays, one after the other; bytes of a reader are never decoded. */
export class CellsEncoder {
  private buffer: Buffer = Buffer.allocUnsafe(1 << 16);

  /**
   * `["华宸", "1"]` -> its JSON text; bytes are good until the next call. Cells that `isLeftOut`
   * marks are written as empty ones.
   */
  encode(row: TableRow, isLeftOut?: Uint8Array): string | Buffer {
    const { encoded } = row;
    if (encoded === undefined || encoded.width === 0) return jsonOf(row.cells, isLeftOut);
    const most = encoded.mostBytes + encoded.width * 3 + 2;
    if (this.buffer.length < most) this.buffer = Buffer.allocUnsafe(most);
    const { buffer } = this;
    let at = 0;
    for (let index = 0; index < encoded.width; index += 1) {
      buffer[at] = index === 0 ? openBracket : comma;
      buffer[at + 1] = quote;
      at += 2;
      if (isLeftOut?.[index] !== 1) at = encoded.writeJson(index, buffer, at);
      buffer[at++] = quote;
    }
    buffer[at++] = closeBracket;
    return buffer.subarray(0, at);
  }
}

function jsonOf(cells: readonly string[], isLeftOut: Uint8Array | undefined): string {
  if (isLeftOut === undefined) return JSON.stringify(cells);
  return JSON.stringify(cells.map((cell, index) => (isLeftOut[index] === 1 ? "" : cell)));
}
