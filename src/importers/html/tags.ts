/** A piece of a page: a tag with its attributes, or the text between two of them. */
export type Token =
  | { readonly kind: "open" | "close"; readonly name: string; readonly attributes: string }
  | { readonly kind: "text"; readonly text: string };

/** A tag longer than this is no tag: somebody wrote `<` and meant "less than". */
const longestTag = 1 << 12;
/** Elements whose content is no text of the page. */
const hidden = new Set(["script", "style", "xml", "noscript", "template"]);
const tagStart = /^<(\/?)([a-z][a-z0-9:]*)/i;

/**
 * Cuts a page into tags and texts (HTML Living Standard 13.2, as far as tables need it): comments,
 * scripts and styles are left out, a `<` that begins no tag is text.
 */
export function* tokensOf(page: string): Generator<Token> {
  const lastEnd = page.lastIndexOf(">");
  let at = 0;
  while (at < page.length) {
    const next = page.indexOf("<", at);
    const isTag = next >= 0 && next < lastEnd;
    const end = isTag ? next : page.length;
    if (end > at) yield { kind: "text", text: page.slice(at, end) };
    if (!isTag) return;
    const tag = readTag(page, next);
    if (tag.token !== undefined) yield tag.token;
    at = tag.end;
  }
}

interface Tag {
  /** undefined for what is left out. */
  readonly token?: Token;
  readonly end: number;
}

function readTag(page: string, at: number): Tag {
  if (page.startsWith("<!--", at)) return { end: behind(page, "-->", at) };
  if (page[at + 1] === "!" || page[at + 1] === "?") return { end: behind(page, ">", at) };
  const start = tagStart.exec(page.slice(at, at + 64));
  const [whole, slash, name = ""] = start ?? [""];
  const end = start === null ? -1 : endOfTag(page, at + whole.length);
  if (end < 0) return { token: { kind: "text", text: "<" }, end: at + 1 };
  return elementOf(page, name.toLowerCase(), {
    kind: slash === "" ? "open" : "close",
    attributes: page.slice(at + whole.length, end - 1),
    end,
  });
}

interface TagPart {
  readonly kind: "open" | "close";
  readonly attributes: string;
  readonly end: number;
}

function elementOf(page: string, name: string, { kind, attributes, end }: TagPart): Tag {
  if (kind === "close" || !hidden.has(name)) return { token: { kind, name, attributes }, end };
  return { end: behind(page, ">", findClosing(page, name, end)) };
}

/** Behind the `>` that ends a tag, past those inside quotes; -1 when none comes. */
function endOfTag(page: string, from: number): number {
  const limit = Math.min(page.length, from + longestTag);
  let quote = "";
  for (let at = from; at < limit; at += 1) {
    const letter = page[at] ?? "";
    if (quote === "" && letter === ">") return at + 1;
    if (letter === quote) quote = "";
    else if (quote === "" && (letter === '"' || letter === "'") && page[at - 1] === "=")
      quote = letter;
  }
  return -1;
}

function findClosing(page: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, "gi");
  closing.lastIndex = from;
  return closing.exec(page)?.index ?? page.length;
}

function behind(page: string, mark: string, from: number): number {
  const found = page.indexOf(mark, from);
  return found < 0 ? page.length : found + mark.length;
}
