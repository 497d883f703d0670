import { isPlainHan } from "./plain-han.ts";
import { isPlainLetter } from "./plain-letter.ts";
import { simplify } from "./simplify.ts";
import { withoutWechatMarks } from "./wechat-marks.ts";
import { narrow, withoutInvisible } from "./width.ts";

const notLetters =
  /[^\p{L}\p{N}\p{Extended_Pictographic}\u{1f000}-\u{1faff}]+|\p{Extended_Pictographic}/gu;

/**
 * The key of a text: plain width, simplified letter by letter, lower case, without spaces,
 * punctuation, invisible letters, emoji and the tags of chats. Idempotent; never depends on context.
 * `"ＡＢＣ 科技（北京）"` -> `"abc科技北京"`
 */
export function foldKey(text: string): string {
  if (isPlainHan(text)) return simplify(text);
  const plainKey = foldPlain(text);
  if (plainKey !== undefined) return simplify(plainKey);
  const plain = narrow(withoutInvisible(withoutWechatMarks(text)))
    .normalize("NFKC")
    .toLowerCase();
  return simplify(plain.replace(notLetters, ""));
}

/** Han and ASCII letters have one form only; the marks of chats begin with `<`, `&` or `[`. */
function foldPlain(text: string): string | undefined {
  let key = "";
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isPlainLetter(code)) continue;
    if (!isSign(code)) return undefined;
    key += text.slice(start, at);
    start = at + 1;
  }
  key += text.slice(start);
  return isPlainHan(key) ? key : key.toLowerCase();
}

/** Printable ASCII that begins no mark, or punctuation of Chinese (、。《》「」【】〔〕): nothing of it stays in a key. */
function isSign(code: number): boolean {
  if (code > 0x7e) return code > 0x3000 && code < 0x301c && !isOtherSymbol(code);
  return code >= 0x20 && !beginsMark(code);
}

/** 〃 〄 々 〆 〇 〒 〓: letters, digits and symbols among the punctuation. */
function isOtherSymbol(code: number): boolean {
  return (code > 0x3002 && code < 0x3008) || code === 0x3012 || code === 0x3013;
}

function beginsMark(code: number): boolean {
  return code === 0x3c || code === 0x26 || code === 0x5b;
}
