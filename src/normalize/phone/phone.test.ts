import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { phone } from "./phone.ts";

const safe = { repairs: "safe" } as const;

function read(raw: string): readonly [display: string, key: string, codes: readonly string[]] {
  const { display, key, findings } = phone.normalize(raw, undefined, safe);
  return [display, key, findings.map(({ code }) => code)];
}

test.each([
  ["13912345678", "+8613912345678", "+8613912345678", [], "a mobile"],
  ["+86 (0)755 2878 0808", "+8675528780808", "+8675528780808", [], "zero in brackets"],
  ["021-58880000转8001", "+862158880000 ext 8001", "+862158880000", [], "an extension"],
  ["400 820 8820", "400-820-8820", "4008208820", [], "a hotline"],
  ["1.38E+10", "1.38E+10", "", ["N207"], "digits lost in Excel"],
  ["13912345678.0", "+8613912345678", "+8613912345678", [], "a number as a float"],
  ["2158880000", "+862158880000", "+862158880000", [], "an area code without its zero"],
  ["l39l2345678", "+8613912345678", "+8613912345678", [], "letters typed for digits"],
  ["13800138000", "+8613800138000", "", ["N204"], "the test number is no key"],
  ["139****0000", "139****0000", "", ["N205"], "a masked number"],
  ["58880000", "58880000", "", ["N203"], "no area code"],
  ["95588", "95588", "", ["N208"], "a service number"],
  ["1380013800", "1380013800", "", ["N202"], "one digit short"],
  ["852-91234567", "+85291234567", "+85291234567", [], "Hong Kong without a plus"],
  ["王工 13912345678", "+8613912345678", "+8613912345678", ["N209"], "a name beside it"],
  ["0732-58880000", "+8673258880000", "+8673258880000", ["N213"], "a merged area code"],
  ["[021]58880000", "+862158880000", "+862158880000", [], "square brackets"],
  ["021-58880000*801", "+862158880000 ext 801", "+862158880000", [], "a star before an extension"],
  ["021 58880000转分机801", "+862158880000 ext 801", "+862158880000", [], "two words for it"],
  ["021-58880000 分机 801 张三", "+862158880000 ext 801", "+862158880000", ["N209"], "and a name"],
  ["400-820-8820-2", "400-820-8820 ext 2", "4008208820", [], "the extension of a hotline"],
  ["1-650-253-0000", "+16502530000", "+16502530000", [], "America by its groups"],
  ["17012345678", "+8617012345678", "+8617012345678", ["N214"], "a virtual operator"],
  ["170-1234-5678", "+8617012345678", "+8617012345678", ["N214"], "the same with hyphens"],
  ["139xxxx5678", "139xxxx5678", "", ["N205"], "masked by letters"],
  ["021-00000000", "021-00000000", "", ["N204"], "a filler with its area"],
  ["一三九一二三四五六七八", "+8613912345678", "+8613912345678", [], "Chinese numerals"],
  ["2024-03-05", "2024-03-05", "", ["N202"], "a date"],
  ["暂无", "", "", ["N003"], "nothing there"],
  ["", "", "", [], "empty"],
])("reads %s as %s: key %s, findings %s (%s)", (raw, display, key, codes) => {
  expect(read(raw)).toEqual([display, key, codes]);
});

test.each([
  ["①13912345678②13800001234", ["+8613912345678", "+8613800001234"], "numbered entries"],
  ["518000 0755-28780808", ["+8675528780808"], "a postcode in front"],
  ["13912345678/13800001234", ["+8613912345678", "+8613800001234"], "a slash"],
  ["021-58880000/58880001", ["+862158880000", "+862158880001"], "the area code is borrowed"],
  ["021-82022258/68/78", ["+862182022258", "+862182022268", "+862182022278"], "tails"],
  ["021-58880000-801/802", ["+862158880000 ext 801", "+862158880000 ext 802"], "extensions"],
  ["13912345678 1380013800", ["+8613912345678"], "a broken one beside a good one"],
  ["021-58880000 58880001", ["+862158880000", "+862158880001"], "a space between local numbers"],
  ["1391234567813800001234", ["+8613912345678", "+8613800001234"], "nothing between mobiles"],
  [
    "021-58880000、58880001转802",
    ["+862158880000", "+862158880001 ext 802"],
    "an extension behind",
  ],
  ["021-58880000,8001", ["+862158880000", "+862158880000 ext 8001"], "too far off for a list"],
  ["1.13912345678 2.13800001234", ["+8613912345678", "+8613800001234"], "a numbered list"],
  ["13912345678/微信abc123", ["+8613912345678"], "a WeChat name"],
])("splits %s into %s: %s", (raw, expected) => {
  const { items } = phone.normalize(raw, undefined, safe);
  expect(items.map(({ display }) => display)).toEqual(expected);
});

test("knows the place of an area code and the extension", () => {
  const { items } = phone.normalize("0755-28780808-12", undefined, safe);
  expect(items[0]?.parsed).toEqual({
    kind: "phone",
    type: "landline",
    extension: "12",
    region: "440300",
    isPlaceholder: false,
  });
});

test("a local number gets the area code that all fixed lines of its column have", () => {
  const column = Array.from({ length: 12 }, (_, at) => `0512-6688${1000 + at}`);
  const context = phone.observe(column);
  expect(phone.normalize("66881234", context, safe)).toMatchObject({
    display: "+8651266881234",
    key: "+8651266881234",
    changes: [{ rule: "N215" }],
    findings: [],
  });
  expect(phone.normalize("66881234", phone.observe([]), safe).key).toBe("");
});

test("changes nothing when repairs are off, but still finds and keys", () => {
  const { display, key, changes } = phone.normalize("139 1234 5678", undefined, {
    repairs: "none",
  });
  expect([display, key, changes]).toEqual(["139 1234 5678", "+8613912345678", []]);
});

const pieces = fc.constantFrom(
  "1391234567",
  "8",
  "021",
  "-",
  "58880000",
  " ",
  "/",
  "转",
  "(",
  ")",
  "ext",
  "+86",
  "Ａ",
  "１",
);
const cells = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(""));

test("replays its changes and reads its own display as the same numbers", () => {
  fc.assert(
    fc.property(cells, (raw) => {
      const first = phone.normalize(raw, undefined, safe);
      expect(
        first.changes.reduce((text, { before, after }) => (text === before ? after : "?"), raw),
      ).toBe(first.display);
      const again = phone.normalize(first.display, undefined, safe);
      expect([again.display, again.key]).toEqual([first.display, first.key]);
    }),
    { numRuns: 2000 },
  );
});

const vectors = resolve(import.meta.dirname, "../../../../shared/data/vectors/phones.csv");

describe.skipIf(!existsSync(vectors))("the shared phone vectors", () => {
  const rows = (existsSync(vectors) ? readFileSync(vectors, "utf8") : "")
    .split("\n")
    .slice(1)
    .map((line) => line.split(","))
    .filter((cells) => cells.length > 3);

  test.each(rows)("%s is %s %s", (raw, expected, normalized) => {
    const { items, findings } = phone.normalize(raw ?? "", undefined, safe);
    const isBad =
      findings.some(({ code }) => /N20[234578]|N003/.test(code)) &&
      items.every(({ key }) => key === "");
    const shown = items
      .map(({ display }) => display.replace(" ext ", ";ext=").replaceAll("-", ""))
      .join(" ");
    if (expected === "invalid") expect(isBad).toBe(true);
    if ((normalized ?? "") !== "" && expected !== "context")
      expect(shown.startsWith(normalized ?? "")).toBe(true);
    if ((expected ?? "").startsWith("valid"))
      expect(findings.map(({ code }) => code)).not.toContain("N202");
  });
});
