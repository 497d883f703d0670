import { simplify } from "./simplify.ts";
import { narrow, withoutInvisible } from "./width.ts";

const plainHan = /^[\u4e00-\u9fff]*$/;
const webEmoji = /<(?:span|img)[^>]*emoji[^>]*>(?:<\/span>)?/gi;
const notLetters =
  /[^\p{L}\p{N}\p{Extended_Pictographic}\u{1f000}-\u{1faff}]+|\p{Extended_Pictographic}/gu;

/**
 * The key of a text: plain width, simplified letter by letter, lower case, without spaces,
 * punctuation, invisible letters and emoji. Idempotent; never depends on context.
 * `"ＡＢＣ 科技（北京）"` -> `"abc科技北京"`
 */
export function foldKey(text: string): string {
  if (plainHan.test(text)) return simplify(text);
  const visible = withoutInvisible(text.includes("<") ? text.replace(webEmoji, "") : text);
  const plain = narrow(visible).normalize("NFKC").toLowerCase();
  return simplify(plain.replace(notLetters, ""));
}
