import type { MarkupReader } from "./markup-reader.ts";
import { cellTextOf, normalLineEnds, resolveExcelEscapes } from "./markup-text.ts";

/** What `readRichText` found: the text, and where the element ends. */
export interface RichText {
  readonly text: string;
  readonly after: number;
}

/**
 * The text of `<si>` or `<is>`: the runs joined, phonetic readings (`rPh`) left out, blanks at the
 * ends kept as they stand. The reader stands on the opening mark; undefined when the element is not whole.
 * `<is><r><t>华</t></r><r><t>宸</t></r></is>` -> `"华宸"`
 */
export function readRichText(reader: MarkupReader, element: "si" | "is"): RichText | undefined {
  if (reader.form === "empty") return { text: "", after: reader.after };
  let text = "";
  for (let at = reader.after; reader.next(at);) {
    if (reader.form === "close" && reader.isNamed(element)) return { text, after: reader.after };
    if (reader.form === "open" && reader.isNamed("rPh")) at = skipReading(reader);
    else if (reader.form === "open" && reader.isNamed("t")) {
      const run = readRun(reader);
      text += run.text;
      at = run.after;
    } else at = reader.after;
  }
  return undefined;
}

/** To the end of `<rPh>`, or of all that there is. */
function skipReading(reader: MarkupReader): number {
  while (reader.next(reader.after)) {
    if (reader.form === "close" && reader.isNamed("rPh")) return reader.after;
  }
  return reader.end;
}

/** The text of `<t>`, which may stand in pieces with CDATA between them. */
export function readRun(reader: MarkupReader): RichText {
  let text = "";
  for (let from = reader.after; reader.next(from); from = reader.after) {
    text += cellTextOf(reader.bytes.toString("utf8", from, reader.start));
    if (reader.form === "close") return { text, after: reader.after };
    if (reader.form === "text-section") text += sectionText(reader);
  }
  return { text, after: reader.end };
}

/** CDATA is text as it stands, but for what Excel escapes. */
function sectionText({ bytes, nameStart, nameEnd }: MarkupReader): string {
  return resolveExcelEscapes(normalLineEnds(bytes.toString("utf8", nameStart, nameEnd)));
}
