import { isRemark } from "./name-notes.ts";

const company = "公司";
/** What an entity of its own, or a part of the company, ends in. */
const entityEnding = /[司厂店行所心社校院处站库室园场点队会人构部区段]$/;
const notePattern = /^[\u4e00-\u9fff]{2,8}$/;

/**
 * A name and the remark that nothing sets off from its 公司, as is left of a blank between Han
 * letters; undefined where none stands there. `"深圳华宸有限公司停用"` -> `["深圳华宸有限公司", "停用"]`;
 * 深圳华宸有限公司龙岗厂 is an entity of its own.
 */
export function gluedNote(text: string): readonly [name: string, note: string] | undefined {
  if (text.endsWith(company)) return undefined;
  const at = text.lastIndexOf(company);
  if (at < 4) return undefined;
  const name = text.slice(0, at + company.length);
  const note = text.slice(name.length);
  if (!notePattern.test(note) || entityEnding.test(note)) return undefined;
  return isRemark(note) ? [name, note] : undefined;
}
