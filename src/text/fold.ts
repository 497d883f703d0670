import { simplify } from "./simplify.ts";
import { withoutWechatMarks } from "./wechat-marks.ts";
import { narrow, withoutInvisible } from "./width.ts";

const plainHan = /^[\u4e00-\u9fff]*$/;
const notLetters =
  /[^\p{L}\p{N}\p{Extended_Pictographic}\u{1f000}-\u{1faff}]+|\p{Extended_Pictographic}/gu;

/**
 * The key of a text: plain width, simplified letter by letter, lower case, without spaces,
 * punctuation, invisible letters, emoji and the tags of chats. Idempotent; never depends on context.
 * `"ＡＢＣ 科技（北京）"` -> `"abc科技北京"`
 */
export function foldKey(text: string): string {
  if (plainHan.test(text)) return simplify(text);
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
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x4e00 && code <= 0x9fff) key += text.charAt(at);
    else if (code > 0x7e || code < 0x20 || code === 0x3c || code === 0x26 || code === 0x5b) {
      return undefined;
    } else if (isLetterOrDigit(code)) key += String.fromCharCode(lowerCase(code));
  }
  return key;
}

function lowerCase(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
}

function isLetterOrDigit(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (code >= 0x30 && code <= 0x39);
}
