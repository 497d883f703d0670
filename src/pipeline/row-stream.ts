import type { TableRow } from "../model/source.ts";
import { CellsEncoder } from "../workspace/cells-encoder.ts";
import { createRowPacker, type PackedRows, type RowPacker, type RowPacking } from "./row-packer.ts";
import { createRowSlots, SlotWriter, takeSlot, type RowSlots } from "./row-slots.ts";
import type { WorkerPool } from "./workers/worker-pool.ts";

/** Together they hold about as many rows as make workers worth starting. */
const slotCount = 20;
const slotBytes = 1 << 19;

/**
 * Rows that are packed while the file is read: by workers once there are enough of them, else by
 * this thread when the slots are full. Rows that no slot has room for are packed here.
 */
export class RowStream {
  readonly #packingOf: () => RowPacking;
  readonly #pool: WorkerPool;
  readonly #isLeftOut: Uint8Array | undefined;
  readonly #slots: RowSlots;
  readonly #writer: SlotWriter;
  #packing: RowPacking | undefined;
  #own: RowPacker | undefined;
  readonly #encoder = new CellsEncoder();
  #parts: Promise<PackedRows[]> | undefined;

  /** `packingOf` is asked when the first row is packed: the slots are full, or all rows are there. */
  constructor(
    packingOf: () => RowPacking,
    pool: WorkerPool,
    isLeftOut: Uint8Array | undefined,
    slots: RowSlots = createRowSlots(slotCount, slotBytes),
  ) {
    this.#packingOf = packingOf;
    this.#pool = pool;
    this.#isLeftOut = isLeftOut;
    this.#slots = slots;
    this.#writer = new SlotWriter(slots);
  }

  /** Adds a row by its number; where there is something to wait for, the promise says so. */
  add(row: TableRow, number: number): Promise<void> | undefined {
    const json = this.#encoder.encode(row, this.#isLeftOut);
    const bytes = typeof json === "string" ? Buffer.from(json) : json;
    if (!this.#writer.fits(bytes.length))
      this.#ownPacker().take(Int32Array.of(number), `[${bytes.toString()}]`);
    else if (!this.#writer.put(number, bytes)) return this.#putLater(number, bytes);
    return undefined;
  }

  /** What all rows were packed to. */
  async finish(): Promise<PackedRows[]> {
    this.#writer.end();
    const parts = await this.#parts;
    const own = this.#ownPacker();
    while (takeSlot(this.#slots, own.take)) continue;
    return [...(parts ?? []), own.finish()];
  }

  #ownPacker(): RowPacker {
    this.#own ??= createRowPacker((this.#packing ??= this.#packingOf()));
    return this.#own;
  }

  async #putLater(number: number, bytes: Buffer): Promise<void> {
    if (this.#parts === undefined && this.#pool.isWorthIt(number)) this.#start();
    while (!this.#writer.put(number, bytes)) {
      if (this.#parts === undefined) takeSlot(this.#slots, this.#ownPacker().take);
      else await Promise.race([this.#writer.untilEmptied(), this.#parts]);
    }
  }

  #start(): void {
    const packing = (this.#packing ??= this.#packingOf());
    const input = { packing, rows: this.#slots };
    const parts = this.#pool.askAll(
      "packRows",
      Array.from({ length: this.#pool.size }, () => input),
    );
    // Whoever waits next gets the error; until then nobody does.
    parts.catch(() => undefined);
    this.#parts = parts;
  }
}
