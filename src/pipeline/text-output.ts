/** Where a use case sends its bytes; resolves when the receiver is ready for more. */
export type Write = (chunk: string | Uint8Array) => Promise<void>;

const chunkLetters = 1 << 16;

/** Gathers small pieces of text into larger writes, in order. */
export class TextOutput {
  private readonly write: Write;
  private readonly pieces: string[] = [];
  private letters = 0;

  constructor(write: Write) {
    this.write = write;
  }

  async add(text: string): Promise<void> {
    this.pieces.push(text);
    this.letters += text.length;
    if (this.letters >= chunkLetters) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.letters === 0) return;
    const text = this.pieces.join("");
    this.pieces.length = 0;
    this.letters = 0;
    await this.write(text);
  }
}
