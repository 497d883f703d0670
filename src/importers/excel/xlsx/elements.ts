import { MarkupReader } from "./markup-reader.ts";
import { resolveEntities } from "./markup-text.ts";

/** An element of a small part of the package. Valid until the next one is asked for. */
export interface MarkupElement {
  /** Without a prefix. */
  readonly name: string;
  /** 0 for the root. */
  readonly depth: number;
  /** By its name without a prefix; entities resolved. */
  readonly attribute: (name: string) => string | undefined;
}

/** The elements of an XML document in their order; it ends where the document is no longer whole. */
export function* elementsOf(content: Buffer): Generator<MarkupElement> {
  const reader = new MarkupReader(content);
  let depth = 0;
  for (let at = 0; reader.next(at); at = reader.after) {
    if (reader.form === "close") depth -= 1;
    if (!reader.isElement) continue;
    const attribute = (name: string): string | undefined => {
      const text = reader.attribute(name);
      return text === undefined ? undefined : resolveEntities(text);
    };
    yield { name: content.toString("utf8", reader.nameStart, reader.nameEnd), depth, attribute };
    if (reader.form === "open") depth += 1;
  }
}
