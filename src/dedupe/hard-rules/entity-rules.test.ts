import { describe, expect, test } from "vitest";
import { findDuplicates, type FindDuplicatesOptions } from "../find-duplicates.ts";
import {
  inventName,
  inventPerson,
  inventRecord,
  type InventedValues,
} from "../invented-records.ts";

const codeA = "91310115MA1K35J01P";
const codeB = "91440300MA5F00X17J";

const hongyuan = {
  norm: "上海宏远贸易有限公司",
  region: "310000",
  brand: "宏远",
  industry: ["贸易"],
  form: "llc",
};
const member = inventName({
  ...hongyuan,
  norm: "北京宏远物流有限公司",
  region: "110000",
  industry: ["物流"],
});
const stranger = inventName({ norm: "杭州明达软件", brand: "明达", industry: ["软件"] });
const trader = inventName({
  norm: "上海明达贸易",
  region: "310000",
  brand: "明达",
  industry: ["贸易"],
});
const generic = inventName({ norm: "科技有限公司", brand: "科技", form: "llc" });
const placedGeneric = inventName({
  norm: "上海科技有限公司",
  region: "310000",
  brand: "科技",
  form: "llc",
});
const numbers = { registration_no: ["310115000123456"], tax_no: ["310115779288888"] };
/** Rules that alone keep their pair apart; the weights speak against the others too. */
const joinedWithout: ReadonlySet<string> = new Set(["H1", "H2", "H3", "H4", "H5", "H10"]);
const signs = { phones: ["13912345678"], emails: ["office@hongyuan.example"] };

/** Verdict and rules of a pair among enough others for rarity to mean something. */
function judge(
  left: InventedValues,
  right: InventedValues,
  entity: "customer" | "contact",
  options: Pick<FindDuplicatesOptions, "rules" | "granularity"> = {},
) {
  const others = Array.from({ length: 60 }, (_, at) =>
    inventRecord(`other:${at}`, entity, { note: [String(at)] }),
  );
  const pair = [inventRecord("a:1", entity, left), inventRecord("a:2", entity, right)];
  const { clusters, pairs } = findDuplicates([...pair, ...others], { entity, ...options });
  const isOne = clusters.some(({ members }) => members.length === 2);
  return { verdict: pairs[0]?.verdict ?? "non-match", rules: pairs[0]?.rules ?? [], isOne };
}

describe("hard rules outrank weights", () => {
  test("joins two records that agree in everything", () => {
    const values = { legal_name: [inventName(hongyuan)], ...signs };
    expect(judge(values, values, "customer")).toEqual({ verdict: "match", rules: [], isOne: true });
  });

  // Each row takes the pair above, which matches, and changes one thing: without its rule it would still match.
  test.each([
    ["H1", { uscc: [codeA], ...numbers }, { uscc: [codeB], ...numbers }, "non-match"],
    ["H2", {}, { legal_name: [inventName({ ...hongyuan, branch: "深圳分公司" })] }, "non-match"],
    [
      "H3",
      { emails: [] },
      {
        emails: [],
        legal_name: [inventName({ ...hongyuan, norm: "上海宏远集团", isGroup: true })],
      },
      "possible",
    ],
    [
      "H3",
      {},
      { legal_name: [inventName({ ...hongyuan, norm: "上海宏远物流", industry: ["物流"] })] },
      "possible",
    ],
    [
      "H4",
      { emails: [] },
      {
        emails: [],
        legal_name: [inventName({ ...hongyuan, norm: "北京宏远贸易", region: "110000" })],
      },
      "possible",
    ],
    [
      "H5",
      { legal_name: [inventName({ ...hongyuan, norm: "宏远火锅一店" })] },
      { legal_name: [inventName({ ...hongyuan, norm: "宏远火锅二店" })] },
      "non-match",
    ],
    ["H10", {}, { legal_name: [inventName({ ...hongyuan, isPersonName: true })] }, "possible"],
  ] as const)("%s keeps apart what the weights would join", (rule, left, right, expected) => {
    const base = { legal_name: [inventName(hongyuan)], ...signs };
    const { verdict, rules, isOne } = judge(
      { ...base, ...left },
      { ...base, ...right },
      "customer",
    );
    expect({ verdict, isOne }).toEqual({ verdict: expected, isOne: false });
    if (expected === "possible") expect(rules).toContain(rule);
    const off = judge({ ...base, ...left }, { ...base, ...right }, "customer", {
      rules: { [rule]: "off" },
    });
    expect(off.rules).not.toContain(rule);
    if (joinedWithout.has(rule)) expect(off.verdict).toBe("match");
    const never = judge({ ...base, ...left }, { ...base, ...right }, "customer", {
      rules: { [rule]: "never" },
    });
    expect(never).toMatchObject({ verdict: "non-match", isOne: false });
  });

  test.each([
    [
      "H8",
      "one code under two names",
      { legal_name: [inventName(hongyuan)], uscc: [codeA] },
      { legal_name: [stranger], uscc: [codeA] },
    ],
    [
      "H6",
      "all numbers under two names",
      { legal_name: [inventName(hongyuan)], ...signs, ...numbers },
      { legal_name: [trader], ...signs, ...numbers },
    ],
    ["H7", "a generic brand", { legal_name: [generic] }, { legal_name: [generic] }],
  ] as const)("%s can be switched off: %s", (rule, _what, left, right) => {
    const shipped = judge(left, right, "customer");
    const off = judge(left, right, "customer", { rules: { [rule]: "off" } });
    expect(shipped.rules).toContain(rule);
    expect(off.rules).not.toContain(rule);
    expect(off.verdict).not.toBe(shipped.verdict);
  });

  test.each([
    [{}, "possible", "科技 alone is no brand"],
    [{ phones: ["13912345678"] }, "match", "a phone is a second sign"],
    [{ legal_name: [placedGeneric] }, "match", "a place bears a name once"],
  ] as const)("H7 with %o is %s: %s", (values, expected, _why) => {
    const both = { legal_name: [generic], ...values };
    expect(judge(both, both, "customer").verdict).toBe(expected);
  });

  test("a group is one customer where a project wants it, and two where not", () => {
    const head = { legal_name: [inventName({ ...hongyuan, isGroup: true })], uscc: [codeA] };
    const part = { legal_name: [member], uscc: [codeB] };
    expect(judge(head, part, "customer").isOne).toBe(false);
    expect(judge(head, part, "customer", { granularity: "company" }).isOne).toBe(false);
    expect(judge(head, part, "customer", { granularity: "group" }).isOne).toBe(true);
  });

  test("H6 leaves a shared phone and mailbox with another name to a person", () => {
    const other = inventName({ norm: "杭州明达软件有限公司", brand: "明达", industry: ["软件"] });
    const left = { legal_name: [inventName(hongyuan)], ...signs };
    const { verdict, isOne } = judge(left, { legal_name: [other], ...signs }, "customer");
    expect(verdict).not.toBe("match");
    expect(isOne).toBe(false);
  });

  test("H8 joins equal valid credit codes although all else is missing or differs", () => {
    const short = { legal_name: [inventName({ norm: "宏远", brand: "宏远" })], uscc: [codeA] };
    const full = { legal_name: [inventName(hongyuan)], uscc: [codeA], ...signs };
    expect(judge(short, full, "customer")).toMatchObject({ verdict: "match", rules: ["H8"] });
  });

  test("H8 asks when equal valid credit codes stand with unrelated names", () => {
    const other = inventName({ norm: "杭州明达软件有限公司", brand: "明达", industry: ["软件"] });
    const left = { legal_name: [inventName(hongyuan)], uscc: [codeA] };
    const right = { legal_name: [other], uscc: [codeA] };
    expect(judge(left, right, "customer")).toMatchObject({ verdict: "possible", isOne: false });
  });

  test("a credit code that does not add up decides nothing", () => {
    const values = { legal_name: [inventName(hongyuan)], ...signs };
    const left = { ...values, uscc: ["91310115MA1K35J01Q"] };
    expect(judge(left, { ...values, uscc: [codeB] }, "customer").isOne).toBe(true);
  });

  test("H7 does not join two managers of one surname by a shared office phone", () => {
    const manager = { name: [inventPerson("王", "")], customer: ["宏远"], phones: ["02155556666"] };
    expect(judge(manager, manager, "contact").isOne).toBe(false);
    const off = judge(manager, manager, "contact", { rules: { H7: "off" } });
    expect(off.rules).not.toContain("H7");
    const mobile = { ...manager, mobiles: ["13912345678"] };
    expect(judge(mobile, mobile, "contact").isOne).toBe(true);
  });
});

describe("H9: people have the last word", () => {
  const values = { legal_name: [inventName(hongyuan)], ...signs };
  const other = inventName({ norm: "杭州明达软件有限公司", brand: "明达", industry: ["软件"] });
  const records = [
    inventRecord("a:1", "customer", values),
    inventRecord("a:2", "customer", values),
    inventRecord("a:3", "customer", { legal_name: [other] }),
  ];
  const decision = { id: 1, left: "a:1", right: "a:2", same: false };

  test("keeps apart what was decided to be different, also through a chain", () => {
    const { clusters } = findDuplicates(records, { entity: "customer", decisions: [decision] });
    expect(clusters.map(({ members }) => members)).toEqual([["a:1"], ["a:2"], ["a:3"]]);
  });

  test("joins what was decided to be the same against all weights", () => {
    const same = { id: 1, left: "a:3", right: "a:1", same: true };
    const { clusters, pairs } = findDuplicates(records, { entity: "customer", decisions: [same] });
    expect(clusters.map(({ members }) => members)).toEqual([["a:1", "a:2", "a:3"]]);
    expect(pairs.find(({ right }) => right === "a:3")?.rules).toContain("H9");
  });

  test("lets the later of two decisions count", () => {
    const later = { id: 2, left: "a:2", right: "a:1", same: true };
    const options = { entity: "customer", decisions: [later, decision] } as const;
    expect(findDuplicates(records, options).clusters).toHaveLength(2);
  });
});
