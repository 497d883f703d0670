import fc from "fast-check";
import { expect, test } from "vitest";
import { personName } from "./person-name.ts";

const safe = { repairs: "safe" } as const;

test.each([
  ["王伟", "王伟", "王伟", "王 伟  ", "surname and given name"],
  ["欧阳修文", "欧阳修文", "欧阳修文", "欧阳 修文  ", "a compound surname"],
  ["刘 小姐", "刘小姐", "", "刘  小姐 female", "a surname with a title is nobody in particular"],
  ["王经理", "王经理", "", "王  经理 ", "a title"],
  ["李总", "李总", "", "李  总 ", "a short title"],
  ["张三销售经理", "张三销售经理", "张三", "张 三 销售经理 ", "a name with a longer title"],
  ["张三先生", "张三先生", "张三", "张 三 先生 male", "a name with a form of address"],
  ["小王", "小王", "", "王   ", "a nickname of a surname"],
  ["采购部张经理", "采购部张经理", "", "张  经理 ", "a department in front"],
  ["张经理（采购）", "张经理(采购)", "", "张  经理 ", "a title in brackets beside a title"],
  ["李娜(财务)", "李娜(财务)", "李娜", "李 娜 财务 ", "a title in brackets"],
  ["销售总监王芳", "销售总监王芳", "王芳", "王 芳 销售总监 ", "a title in front"],
  ["王伟 13912345678", "王伟 13912345678", "王伟", "王 伟  ", "a phone behind"],
  ["王伟-华宸", "王伟-华宸", "王伟", "王 伟  ", "a company behind"],
  ["赵六（已离职）", "赵六(已离职)", "赵六", "赵 六  ", "a remark in brackets"],
  ["姓名：王伟", "姓名：王伟", "王伟", "王 伟  ", "a label"],
  ["总经理助理李娜", "总经理助理李娜", "李娜", "李 娜 总经理助理 ", "a long title in front"],
  ["张三(采购部经理)", "张三(采购部经理)", "张三", "张 三 经理 ", "a department with a title"],
  ["法人：王伟", "法人：王伟", "王伟", "王 伟  ", "another label"],
  ["联系人王伟", "联系人王伟", "王伟", "王 伟  ", "a label without a colon"],
  ["王伟(女)", "王伟(女)", "王伟", "王 伟  female", "what somebody is"],
  ["王太太", "王太太", "", "王  太太 female", "a form of address"],
  ["王副总", "王副总", "", "王  副总 ", "a title that ends in a short one"],
  ["王伟Sam", "王伟Sam", "王伟", "王 伟  ", "a Latin name behind"],
  ["Sam(王伟)", "Sam(王伟)", "王伟", "王 伟  ", "a Latin name with the Chinese one"],
  ["采购主管-王伟", "采购主管-王伟", "王伟", "王 伟 采购主管 ", "a title before a dash"],
  ["王伟 - 采购总监", "王伟 - 采购总监", "王伟", "王 伟 采购总监 ", "a title behind a dash"],
  ["王伟@华宸", "王伟@华宸", "王伟", "王 伟  ", "a company behind @"],
  ["王某", "王某", "", "王   ", "nobody in particular"],
  ["Dr. Wang", "Dr. Wang", "", "wang  dr ", "a Latin surname with a title"],
  ["LEO李先生", "LEO李先生", "", "李  先生 male", "a Latin name in front"],
  ["張偉", "張偉", "张伟", "张 伟  ", "the key is simplified, the display is not"],
  ["阿卜杜拉．买买提", "阿卜杜拉·买买提", "阿卜杜拉买买提", " 阿卜杜拉买买提  ", "a dot"],
  ["John Smith", "John Smith", "johnsmith", " johnsmith  ", "a Latin name"],
])("reads %s as %s: key %s, parts %s (%s)", (raw, display, key, parts) => {
  const { items } = personName.normalize(raw, undefined, safe);
  const [{ display: shown, key: found, parsed } = { display: "", key: "" }] = items;
  expect([shown, found]).toEqual([display, key]);
  expect(
    parsed?.kind === "person" &&
      [parsed.surname, parsed.given, parsed.title, parsed.gender].join(" "),
  ).toBe(parts);
});

test.each([
  ["金蝶财务软件总代", ["N703"], "a seller"],
  ["女士", ["N704"], "a title alone"],
  ["销售部", ["N704"], "a department"],
  ["张*三", ["N707"], "masked"],
  ["暂无", ["N003"], "nothing there"],
  ["", [], "empty"],
])("finds in %s: %s (%s)", (raw, codes) => {
  const { findings, key } = personName.normalize(raw, undefined, safe);
  expect(findings.map(({ code }) => code)).toEqual(codes);
  expect(key).toBe("");
});

test("sets several names apart, but not a surname after a comma", () => {
  const names = (raw: string): string[] =>
    personName.normalize(raw, undefined, safe).items.map(({ display }) => display);
  expect(names("王伟、李娜")).toEqual(["王伟", "李娜"]);
  expect(names("王伟 李娜")).toEqual(["王伟", "李娜"]);
  expect(names("欧阳 修文")).toEqual(["欧阳修文"]);
  expect(names("王伟 安全员")).toEqual(["王伟安全员"]);
  expect(names("Smith, John")).toEqual(["Smith, John"]);
});

test("replays its changes and is idempotent", () => {
  const letters = fc.constantFrom(..."王李欧阳伟娜总经理先生女士小老.．·、 Aa１");
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 8 }), (parts) => {
      const raw = parts.join("");
      const first = personName.normalize(raw, undefined, safe);
      expect(first.changes.at(-1)?.after ?? raw).toBe(first.display);
      const again = personName.normalize(first.display, undefined, safe);
      expect([again.display, again.key]).toEqual([first.display, first.key]);
    }),
  );
});
