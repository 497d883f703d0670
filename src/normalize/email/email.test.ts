import fc from "fast-check";
import { expect, test } from "vitest";
import { email } from "./email.ts";

const safe = { repairs: "safe" } as const;

test.each([
  ["Wang.Li@ZHAODA.com.cn", "Wang.Li@zhaoda.com.cn", "wang.li@zhaoda.com.cn", [], "the case"],
  ["邮箱：wang＠zhaoda．com", "wang@zhaoda.com", "wang@zhaoda.com", [], "a label and full width"],
  ["<mailto:wang@zhaoda.com>", "wang@zhaoda.com", "wang@zhaoda.com", [], "a link"],
  ["wang @ zhaoda.com.", "wang@zhaoda.com", "wang@zhaoda.com", [], "spaces and a full stop"],
  ["wang@gmial.com", "wang@gmail.com", "wang@gmail.com", [], "a known typing mistake"],
  ["wang@163.cn", "wang@163.cn", "wang@163.cn", ["N603"], "a doubtful domain is only named"],
  ["wang@zhaoda.con", "wang@zhaoda.con", "wang@zhaoda.con", ["N603"], "an ending nobody has"],
  ["wang@189.cn", "wang@189.cn", "wang@189.cn", [], "a provider that other tools break"],
  ["a@zhaoda.com、b@zhaoda.com", "a@zhaoda.com; b@zhaoda.com", "a@zhaoda.com", [], "two addresses"],
  ["a@zhaoda.comb@zhaoda.com", "a@zhaoda.com; b@zhaoda.com", "a@zhaoda.com", [], "glued"],
  ["(cid:13)wang@zhaoda.com", "wang@zhaoda.com", "wang@zhaoda.com", [], "a letter lost in a PDF"],
  ["王丽 wang@zhaoda.com", "wang@zhaoda.com", "wang@zhaoda.com", ["N606"], "a name beside it"],
  [
    "a@zhaoda.com或b@zhaoda.com",
    "a@zhaoda.com; b@zhaoda.com",
    "a@zhaoda.com",
    ["N606"],
    "a word between",
  ],
  ["邮箱wang@zhaoda.com", "wang@zhaoda.com", "wang@zhaoda.com", [], "a label without a colon"],
  ["wang@163.cmo", "wang@163.com", "wang@163.com", [], "an ending nobody has at a provider"],
  ["wang@zhaoda,com", "wang@zhaoda,com", "", ["N607"], "a comma for the dot"],
  ["test@test.com", "test@test.com", "", ["N608"], "stands for none"],
  ["w***@qq.com", "w***@qq.com", "", ["N609"], "masked"],
  ["无邮箱", "", "", ["N003"], "there is none"],
  ["wang.zhaoda.com", "wang.zhaoda.com", "", ["N602"], "no @"],
  ["无", "", "", ["N003"], "nothing there"],
])("reads %s as %s: key %s, findings %s (%s)", (raw, display, key, codes) => {
  const result = email.normalize(raw, undefined, safe);
  expect([result.display, result.key]).toEqual([display, key]);
  expect(result.findings.map(({ code }) => code)).toEqual(codes);
});

test.each([
  ["sales@qq.com", true, true, "a role at a provider"],
  ["wang@zhaoda.com", false, false, "a person at a company"],
])("knows of %s whether it is public (%s) and a role (%s): %s", (raw, isPublicDomain, isRole) => {
  const { items } = email.normalize(raw, undefined, safe);
  expect(items[0]?.parsed).toMatchObject({ isPublicDomain, isRole });
});

test("replays its changes and is idempotent", () => {
  const parts = fc.constantFrom(...("wang@zhaoda.com ＠。;、<>/：邮箱".match(/邮箱|./gu) ?? []));
  const cells = fc.array(fc.oneof(parts, fc.emailAddress()), { maxLength: 12 });
  fc.assert(
    fc.property(cells, (letters) => {
      const first = email.normalize(letters.join(""), undefined, safe);
      expect(first.changes.at(-1)?.after ?? letters.join("")).toBe(first.display);
      expect(email.normalize(first.display, undefined, safe).display).toBe(first.display);
    }),
  );
});
