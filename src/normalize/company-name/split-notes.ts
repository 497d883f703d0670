export interface NameWithNotes {
  readonly name: string;
  /** Other names of the same company that stand in the cell. */
  readonly aliases: readonly string[];
}

const status = /已转出|待转出|已停用|停用|注销|吊销|老客户|新客户|原单一|作废|重复|勿动|测试|无效/;
const formerBracket = /[([【](?:曾用名|原名|又名|简称|现更名|更名为|原)[::]?\s*([^)\]】]+)[)\]】]/g;
const statusBracket = /[([【]([^)\]】]*)[)\]】]\s*$/;
const statusTail = /[-—–_ ]+([^-—–_ ]{1,12})$/;

/**
 * A name without what people wrote behind it. `"华宸精密有限公司(曾用名:华晨)-已转出"` -> name
 * `"华宸精密有限公司"`, aliases `["华晨"]`. Status words count only when set off by a bracket, a
 * dash or a space: 原 or 合并 inside a name is part of it.
 */
export function splitNotes(text: string): NameWithNotes {
  const aliases: string[] = [];
  let name = text.replace(formerBracket, (_, alias: string) => {
    aliases.push(alias.trim());
    return "";
  });
  for (let before = ""; before !== name;) {
    before = name;
    name = withoutStatus(name, statusBracket);
    name = withoutStatus(name, statusTail).replace(/[\s。.,，;；]+$/, "");
  }
  return { name, aliases };
}

function withoutStatus(name: string, pattern: RegExp): string {
  const [whole, inside = ""] = pattern.exec(name) ?? [];
  return whole !== undefined && status.test(inside) ? name.slice(0, -whole.length) : name;
}
