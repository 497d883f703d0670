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
  const plain = narrow(withoutInvisible(withoutWechatMarks(text)))
    .normalize("NFKC")
    .toLowerCase();
  return simplify(plain.replace(notLetters, ""));
}
