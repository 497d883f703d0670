/** A record of a CSV file as text, without its line break. */
export interface TextRecord {
  readonly text: string;
  /** The quotes of the record did not close: it was cut at its first line break. */
  readonly brokenQuotes: boolean;
}

/** A quoted cell longer than this is taken for a quote that nobody closed. */
const longestRecord = 1 << 17;

/**
 * Cuts text into records as RFC 4180 reads it: a line break inside quotes belongs to the cell. A
 * quote opens a cell only at its start; Excel's guard `="138..."` counts as one.
 * Feed it chunk after chunk; `end` gives what is left.
 */
export class RecordSplitter {
  private readonly delimiter: string;
  private rest = "";

  constructor(delimiter: string) {
    this.delimiter = delimiter;
  }

  push(chunk: string): TextRecord[] {
    this.rest += chunk;
    return this.cut(false);
  }

  end(): TextRecord[] {
    const records = this.cut(true);
    if (this.rest !== "") records.push({ text: this.rest, brokenQuotes: false });
    this.rest = "";
    return records;
  }

  private cut(atEnd: boolean): TextRecord[] {
    const records: TextRecord[] = [];
    let start = 0;
    while (start < this.rest.length) {
      const found = this.endOfRecord(start, atEnd);
      if (found === null) break;
      records.push({ text: this.rest.slice(start, found.end), brokenQuotes: found.brokenQuotes });
      start = found.next;
    }
    this.rest = this.rest.slice(start);
    return records;
  }

  /** Where the record that begins at `start` ends, or null when more text is needed. */
  private endOfRecord(
    start: number,
    atEnd: boolean,
  ): { end: number; next: number; brokenQuotes: boolean } | null {
    let at = start;
    for (;;) {
      const line = this.endOfLine(at, atEnd);
      if (line === null) break;
      if (!hasOpenQuote(this.rest.slice(start, line.end), this.delimiter)) {
        return { ...line, brokenQuotes: false };
      }
      if (line.end - start > longestRecord) break;
      at = line.next;
    }
    // The quotes never close: give up on them for this line only, so that the next rows are whole.
    const tooLong = this.rest.length - start > longestRecord;
    const first = tooLong || atEnd ? this.endOfLine(start, atEnd) : null;
    return first === null ? null : { ...first, brokenQuotes: true };
  }

  private endOfLine(from: number, atEnd: boolean): { end: number; next: number } | null {
    const feed = this.rest.indexOf("\n", from);
    const carriage = this.rest.indexOf("\r", from);
    if (carriage >= 0 && (feed < 0 || carriage < feed)) {
      // A carriage return at the very end may be half of a pair.
      if (carriage === this.rest.length - 1 && !atEnd) return null;
      return { end: carriage, next: carriage + (this.rest[carriage + 1] === "\n" ? 2 : 1) };
    }
    if (feed >= 0) return { end: feed, next: feed + 1 };
    return atEnd && from < this.rest.length
      ? { end: this.rest.length, next: this.rest.length }
      : null;
  }
}

const quotedCell = /"(?:[^"]|"")*"/y;

/** Does the text end inside a quoted cell? A quote counts only at the start of a cell. */
function hasOpenQuote(text: string, delimiter: string): boolean {
  let atStart = true;
  for (let at = text.includes('"') ? 0 : text.length; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '"' && atStart) {
      quotedCell.lastIndex = at;
      if (!quotedCell.test(text)) return true;
      at = quotedCell.lastIndex - 1;
      atStart = false;
      continue;
    }
    atStart = letter === delimiter || (atStart && (letter === "=" || letter === " "));
  }
  return false;
}
