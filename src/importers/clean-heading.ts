import { narrow, withoutInvisible } from "../text/width.ts";

const requiredMark = /^[*\s]+|[*\s]+$/g;
const trailingNote =
  /\((?:必填|选填|必填项|是\/否|系统|已停用|元|万元|人民币|required|optional)[^)]*\)$/i;

/**
 * A heading as it is compared with the known ones: plain width, no line breaks, stars, notes in
 * brackets at the end or spaces between Han letters, lower case.
 * `"＊客户名称（必填）"` -> `"客户名称"`
 */
export function cleanHeading(raw: string): string {
  let text = narrow(withoutInvisible(raw)).replace(/\s+/g, " ").replace(requiredMark, "");
  for (let before = ""; before !== text;) {
    before = text;
    text = text.replace(trailingNote, "").replace(requiredMark, "");
  }
  return text.replace(/(?<=[\p{Script=Han}\d]) | (?=[\p{Script=Han}\d])/gu, "").toLowerCase();
}
