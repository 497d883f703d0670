import { findEncoding } from "../encoding-name.ts";
import type { CardProperty } from "./card-lines.ts";

/**
 * The text of a property: in the charset it names, else UTF-8 where that fits, else the one of the
 * file. `\xe5\xbc\xa0` -> `张`
 */
export function textOf({ charset, value }: CardProperty, ofFile: string): string {
  const bytes = Buffer.from(value, "latin1");
  const named = charset === undefined ? undefined : findEncoding(charset);
  if (named !== undefined) return new TextDecoder(named).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(ofFile).decode(bytes);
  }
}

/** `Company\, The;Dept` -> `["Company, The", "Dept"]`: parts at semicolons, escapes undone. */
export function partsOf(text: string): string[] {
  const parts = text.split(/(?<!\\);/);
  return parts.map((part) => unescape(part).trim());
}

/** `\n` is a line break; a backslash before any other letter only protects it. */
export function unescape(text: string): string {
  return text.replaceAll(/\\(.)/gs, (_, letter: string) => (/n/i.test(letter) ? "\n" : letter));
}
