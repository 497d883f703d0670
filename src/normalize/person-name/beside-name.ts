import { looksLikeName } from "./surname.ts";
import { isTitle, splitTitle } from "./title.ts";

/** A name without what people write beside it. */
export interface BareName {
  readonly name: string;
  /** A title that stood apart from the name: in brackets, in front of it. */
  readonly title: string;
  /** Departments, phones and remarks that take no part in the name. */
  readonly asides: readonly string[];
}

const label = /^(?:姓名|联系人|负责人|收件人|经办人|业务员|客户)\s*[:：]\s*/;
const phone = /\s*\+?\d[\d\s-]{5,}\d\s*/;
const bracket = /[(（【[]([^()（）【】[\]]*)[)）】\]]/g;
const department =
  /^(\p{Script=Han}{1,5}?(?:部门|部|科|处|办公室|中心|车间|项目组|组))(?=\p{Script=Han}{2,})/u;
const eitherSex = /(先生|女士|小姐)\/(?:先生|女士|小姐)$/;
const dash = /^(.+?)\s*[-—–_|]+\s*(\S.*)$/u;

/**
 * `"采购部张经理"` -> name "张经理", aside "采购部"; `"张经理（采购）"` -> name "张经理", title "采购";
 * `"销售总监王芳"` -> name "王芳", title "销售总监". A name with nothing beside it comes back as it is.
 */
export function bareName(text: string): BareName {
  const asides: string[] = [];
  let title = "";
  const set = (aside: string): string => {
    asides.push(aside.trim());
    return " ";
  };
  let name = text.replace(label, "").replace(phone, set).replace(eitherSex, "");
  name = name.replace(bracket, (_whole, inside: string) => {
    if (isTitle(inside) && title === "") title = inside;
    else set(inside);
    return " ";
  });
  name = withoutDepartment(withoutDash(name.trim(), set), set);
  const [before, after] = titleInFront(name);
  return { name: after, title: title === "" ? before : title, asides };
}

function withoutDash(name: string, set: (aside: string) => string): string {
  const [, first = "", rest = ""] = dash.exec(name) ?? [];
  if (!looksLikeName(first)) return name;
  set(rest);
  return first;
}

function withoutDepartment(name: string, set: (aside: string) => string): string {
  const [, found = ""] = department.exec(name.replace(/\s+/g, "")) ?? [];
  const rest = name.replace(/\s+/g, "").slice(found.length);
  const [person] = splitTitle(rest);
  if (found === "" || looksLikeName(found) || !(looksLikeName(person) || person.length === 1))
    return name;
  set(found);
  return rest;
}

/** `"总经理助理李娜"` -> ["总经理助理", "李娜"]: what is left must look like a full name. */
function titleInFront(name: string): readonly [title: string, rest: string] {
  for (const length of [2, 3]) {
    const [title, rest] = [name.slice(0, -length), name.slice(-length)];
    if (title.length >= 2 && isTitle(title) && looksLikeName(rest)) return [title, rest];
  }
  return ["", name];
}
