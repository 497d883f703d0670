import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** A header with more lines than this is no header of a mail. */
const longestHeader = 5000;
const mostHeaderBytes = 1 << 20;

/**
 * The headers of the mails in an mbox file (RFC 4155), streamed: bodies are passed over and never
 * held. A line `From ` begins a mail at the start and after a blank line.
 */
export async function* headersOfMailbox(path: string): AsyncGenerator<Buffer> {
  const lines = createInterface({ input: createReadStream(path, "latin1"), crlfDelay: Infinity });
  let header: string[] = [];
  let isHeader = false;
  let isAfterBlank = true;
  for await (const line of lines) {
    const begins: boolean = isAfterBlank && line.startsWith("From ");
    if (isHeader && (begins || endsHeader(line, header))) {
      yield bytesOf(header);
      isHeader = false;
    }
    if (isHeader) header.push(line);
    if (begins) [header, isHeader] = [[], true];
    isAfterBlank = line === "";
  }
  if (isHeader && header.length > 0) yield bytesOf(header);
}

function endsHeader(line: string, header: readonly string[]): boolean {
  return line === "" || header.length > longestHeader;
}

function bytesOf(lines: readonly string[]): Buffer {
  return Buffer.from(lines.join("\r\n"), "latin1");
}

/** The header of a file that holds one mail: all before the first blank line. */
export function headerOf(bytes: Buffer): Buffer {
  const text = bytes.toString("latin1", 0, Math.min(bytes.length, mostHeaderBytes));
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  return bytes.subarray(0, end);
}
