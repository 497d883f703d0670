/** A record of a CSV file as text, without its line break. */
export interface TextRecord {
  readonly text: string;
  /** The quotes of the record did not close: it was cut at its first line break. */
  readonly brokenQuotes: boolean;
}

/** A quoted cell longer than this is taken for a quote that nobody closed. */
const longestRecord = 1 << 17;

interface Line {
  readonly end: number;
  /** Where the next line begins. */
  readonly next: number;
}

/**
 * Cuts text into records as RFC 4180 reads it: a line break inside quotes belongs to the cell. A
 * quote opens a cell only at its start; Excel's guard `="138..."` counts as one. Quotes that close
 * on a later line in the middle of a cell are broken: they cost one line, not the file.
 * Feed it chunk after chunk; `end` gives what is left. Where the chunks are cut changes nothing.
 */
export class RecordSplitter {
  private readonly delimiter: string;
  private text = "";
  private atEnd = false;
  private feeds = new Seeker("", "\n");
  private carriages = new Seeker("", "\r");
  private quotes = new Seeker("", '"');

  constructor(delimiter: string) {
    this.delimiter = delimiter;
  }

  push(chunk: string): TextRecord[] {
    this.text += chunk;
    return this.cut();
  }

  end(): TextRecord[] {
    this.atEnd = true;
    return this.cut();
  }

  private cut(): TextRecord[] {
    const records: TextRecord[] = [];
    this.feeds = new Seeker(this.text, "\n");
    this.carriages = new Seeker(this.text, "\r");
    this.quotes = new Seeker(this.text, '"');
    let start = 0;
    while (start < this.text.length) {
      const line = this.recordAt(start);
      if (line === "more") break;
      const found = line === "broken" ? this.lineAt(start) : line;
      if (found === null) break;
      records.push({ text: this.text.slice(start, found.end), brokenQuotes: line === "broken" });
      start = found.next;
    }
    this.text = this.text.slice(start);
    return records;
  }

  /** The lines of the record that begins at `start`, as one. */
  private recordAt(start: number): Line | "more" | "broken" {
    for (let at = start; ;) {
      const line = this.lineAt(at);
      if (line === null) return "more";
      const quote = this.openingQuote(at, line.end, start);
      if (quote < 0) return line;
      const close = this.closingQuote(quote);
      if (close - start > longestRecord) return "broken";
      // A quote at the very end may be half of a doubled one.
      if (close >= this.text.length - 1 && !this.atEnd) return "more";
      if (close >= this.text.length) return "broken";
      if (close > line.end && !this.endsCell(close + 1)) return "broken";
      at = close + 1;
    }
  }

  private lineAt(from: number): Line | null {
    const { length } = this.text;
    const [feed, carriage] = [this.feeds.from(from), this.carriages.from(from)];
    if (carriage < feed) {
      // A carriage return at the very end may be half of a pair.
      if (carriage === length - 1 && !this.atEnd) return null;
      return { end: carriage, next: carriage + (feed === carriage + 1 ? 2 : 1) };
    }
    if (feed < length) return { end: feed, next: feed + 1 };
    return this.atEnd ? { end: length, next: length } : null;
  }

  /** The first quote of the line that stands where a cell begins, else -1. */
  private openingQuote(from: number, to: number, start: number): number {
    for (let at = this.quotes.from(from); at < to; at = this.quotes.from(at + 1)) {
      let before = at - 1;
      while (before >= from && " =".includes(this.text[before] ?? "")) before -= 1;
      if (before < from ? from === start : this.text[before] === this.delimiter) return at;
    }
    return -1;
  }

  /** The quote that closes the one at `open`, past doubled ones; the end of the text when none does. */
  private closingQuote(open: number): number {
    let at = this.text.indexOf('"', open + 1);
    while (at >= 0 && this.text[at + 1] === '"') at = this.text.indexOf('"', at + 2);
    return at < 0 ? this.text.length : at;
  }

  private endsCell(at: number): boolean {
    return at >= this.text.length || `${this.delimiter}\r\n\t `.includes(this.text[at] ?? "");
  }
}

/** `indexOf` that remembers its answer: a letter that is rare is not sought again for each line. */
class Seeker {
  private readonly text: string;
  private readonly letter: string;
  private asked = 0;
  private found = -1;

  constructor(text: string, letter: string) {
    this.text = text;
    this.letter = letter;
  }

  /** The next place of the letter, the length of the text when there is none. */
  from(at: number): number {
    if (at < this.asked || this.found < at) {
      const found = this.text.indexOf(this.letter, at);
      this.found = found < 0 ? this.text.length : found;
      this.asked = at;
    }
    return this.found;
  }
}
