import type { Normalizer } from "../../model/normalizer.ts";
import type { ParsedAddress } from "../../model/parsed.ts";
import { missingValue } from "../missing-value.ts";
import { outcomeOf } from "../outcome.ts";
import { readWriting } from "../writing.ts";
import { divisionOf, levelsOf } from "./divisions.ts";
import { readRegion } from "./read-region.ts";

const country = /^(?:中华人民共和国|中国(?!（|\())/;
const separators = /[\s,，/\-·>]+/g;

/** The parts of a region for matching and scoring; road and number stay empty. */
export function parsedRegion(code: string): ParsedAddress {
  const [province = "", city = "", county = ""] = levelsOf(code);
  const name = (level: string): string => divisionOf(level)?.name ?? "";
  return {
    kind: "address",
    region: code,
    province: name(province),
    city: name(city),
    county: name(county),
    road: "",
    number: "",
  };
}

/**
 * A region by name: `"广东 深圳 南山区"` -> display `"广东省深圳市南山区"`, key `"440305"`. A place
 * that several share stays as written with finding N402, an unknown one with N401.
 */
export const region: Normalizer<undefined> = {
  name: "region",
  observe: () => undefined,
  normalize(raw, _context, options) {
    const missing = missingValue(raw, options);
    if (missing !== undefined) return missing;
    const { text: display, steps } = readWriting(raw);
    const read = readRegion(display.replace(separators, "").replace(country, ""));
    if (read === undefined || read === "ambiguous") {
      const code = read === undefined ? "N401" : "N402";
      const findings = [{ code, severity: "warning", value: display } as const];
      return outcomeOf(
        raw,
        { items: [{ display, key: "", written: raw }], steps, findings },
        options,
      );
    }
    const item = {
      display: read.name,
      key: read.code,
      parsed: parsedRegion(read.code),
      written: raw,
    };
    return outcomeOf(
      raw,
      { items: [item], steps: [...steps, { rule: "N403", text: read.name }], findings: [] },
      options,
    );
  },
};
