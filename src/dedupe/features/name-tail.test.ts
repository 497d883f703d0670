import { expect, test } from "vitest";
import type { ParsedCompanyName } from "../../model/parsed.ts";
import { inventParsedName } from "../invented-records.ts";
import { readNameTail, type NameTail } from "./name-tail.ts";

const plain = inventParsedName({ norm: "", brand: "华宸", brandPinyin: "hua chen" });

test.each<[Partial<ParsedCompanyName>, NameTail, string]>([
  [
    { norm: "华宸机械有限公司", industry: ["机械"], form: "llc" },
    { trades: ["机械"], branch: "", form: "llc" },
    "nothing is left open",
  ],
  [
    { norm: "华宸机械有限公司西安分公司", industry: ["机械"], form: "llc", branch: "西安分公司" },
    { trades: ["机械"], branch: "西安分", form: "llc" },
    "a branch that was read",
  ],
  [
    {
      norm: "深圳华宸精密机械股份有限公司宁波",
      industry: ["精密", "机械", "股份", "有限公司宁波"],
      mayBeTruncated: true,
    },
    { trades: ["精密", "机械"], branch: "宁波", form: "company" },
    "a branch that was cut off",
  ],
  [
    { norm: "华宸机械有限公司宁波办", industry: ["机械", "有限公司宁波办"] },
    { trades: ["机械"], branch: "宁波办", form: "company" },
    "an office with a short word",
  ],
  [
    { norm: "华宸机械有限公司王经理", industry: ["机械", "有限公司王经理"] },
    { trades: ["机械"], branch: "", form: "company" },
    "a remark is no branch and no trade",
  ],
  [
    { norm: "华宸五金店惠州营业部", industry: ["五金", "店惠州", "营业"], form: "gth" },
    { trades: ["五金"], branch: "惠州营", form: "gth" },
    "an office of a shop",
  ],
  [
    { norm: "华宸五金营业部", industry: ["五金", "营业"], form: "gth" },
    { trades: ["五金", "营业"], branch: "", form: "gth" },
    "a shop that calls itself an office",
  ],
  [
    { norm: "深圳华宸诊所", form: "gth" },
    { trades: ["诊所"], branch: "", form: "gth" },
    "what a shop calls itself",
  ],
  [
    { norm: "华宸深圳诊所", form: "gth" },
    { trades: ["诊所"], branch: "", form: "gth" },
    "the place in brackets is no trade",
  ],
])("%o -> %o (%s)", (parts, expected) => {
  expect(readNameTail({ ...plain, ...parts }, () => ["深圳"])).toEqual(expected);
});
