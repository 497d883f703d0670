import type { ParsedPerson } from "../../model/parsed.ts";
import { foldKey } from "../../text/fold.ts";
import { pinyinOf } from "../../text/pinyin.ts";
import { isSurname, splitSurname } from "./surname.ts";
import { genderOf, splitTitle } from "./title.ts";

const notNames = /公司|集团|有限|软件|总代|招聘|客服热线|\d{3}/;
const nobody: ReadonlySet<string> = new Set([
  "他",
  "她",
  "本人",
  "前台",
  "总机",
  "联系人",
  "负责人",
]);
const nickname = /^[小老阿](?=\p{Script=Han}$)/u;

/**
 * A person as people write one down, or the code of the reason why it is none.
 * `"王经理"` -> surname 王, title 经理, no given name; `"张三先生"` -> 张 三, male
 */
export function readPerson(text: string): ParsedPerson | string {
  const key = foldKey(text);
  if (nobody.has(key) || !/\p{L}/u.test(key)) return "N704";
  if (notNames.test(key)) return "N703";
  if (/[·]/.test(text) || !/\p{Script=Han}/u.test(key)) return wholeName(key);
  const han = key.replace(/^[a-z]+(?=\p{Script=Han})/u, "");
  const [rest, title] = splitTitle(han);
  if (rest === "") return "N704";
  return readHan(rest.replace(nickname, ""), title.toLowerCase()) ?? "N703";
}

/** Names of other peoples stay whole: which part is the family's cannot be told. */
function wholeName(key: string): ParsedPerson {
  return person({ surname: "", given: key, title: "" });
}

function readHan(name: string, title: string): ParsedPerson | undefined {
  if (isSurname(name)) return person({ surname: name, given: "", title });
  const split = /^\p{Script=Han}{2,4}$/u.test(name) ? splitSurname(name) : undefined;
  if (split !== undefined) return person({ ...split, title });
  return name.length <= 4 ? person({ surname: "", given: name, title }) : undefined;
}

function person(name: { surname: string; given: string; title: string }): ParsedPerson {
  const pinyin = pinyinOf(name.surname + name.given);
  return { kind: "person", ...name, gender: genderOf(name.title), pinyin };
}
