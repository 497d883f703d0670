import type { ParsedCompanyName } from "../../model/parsed.ts";

/** A company name that nobody parsed: it counts as all brand. `unparsedName("华宸")` -> norm and brand "华宸" */
export function unparsedName(norm: string): ParsedCompanyName {
  return {
    kind: "company-name",
    norm,
    region: "",
    brand: norm,
    brandPinyin: "",
    industry: [],
    form: "",
    branch: "",
    isGroup: false,
    isPersonName: false,
    mayBeTruncated: false,
    aliases: [],
  };
}
