import type { Finding } from "../../model/finding.ts";
import type { Normalizer } from "../../model/normalizer.ts";
import type { ParsedAddress } from "../../model/parsed.ts";
import { missingValue } from "../missing-value.ts";
import { outcomeOf } from "../outcome.ts";
import { readWriting } from "../writing.ts";
import { divisionOf, fullNameOf, levelsOf } from "./divisions.ts";
import { readRegion, type RegionReading } from "./read-region.ts";
import { withoutRegionLabels } from "./region-text.ts";

const separators = /[\s,，/\-·>|、;；_]+/g;
/** Letters that stand for provinces, as on number plates. */
const provinceLetters: Readonly<Record<string, string>> = {
  京: "110000",
  津: "120000",
  沪: "310000",
  申: "310000",
  渝: "500000",
  冀: "130000",
  晋: "140000",
  蒙: "150000",
  辽: "210000",
  吉: "220000",
  黑: "230000",
  苏: "320000",
  浙: "330000",
  皖: "340000",
  闽: "350000",
  赣: "360000",
  鲁: "370000",
  豫: "410000",
  鄂: "420000",
  湘: "430000",
  粤: "440000",
  桂: "450000",
  琼: "460000",
  川: "510000",
  蜀: "510000",
  黔: "520000",
  贵: "520000",
  滇: "530000",
  云: "530000",
  藏: "540000",
  陕: "610000",
  秦: "610000",
  甘: "620000",
  陇: "620000",
  青: "630000",
  宁: "640000",
  新: "650000",
  台: "710000",
  港: "810000",
  澳: "820000",
};

/** The parts of a region for matching and scoring; road and number stay empty. */
export function parsedRegion(code: string): ParsedAddress {
  const known = regions.get(code) ?? readParts(code);
  regions.set(code, known);
  return known;
}

/** Those that were asked for: at most as many as there are divisions. */
const regions = new Map<string, ParsedAddress>();

function readParts(code: string): ParsedAddress {
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

/** What an address or a region leaves open: several places of one name, a division that is no more. */
export function regionFindings(read: RegionReading, value: string): Finding[] {
  if (read === undefined) return [];
  if ("written" in read) return [{ code: "N402", severity: "warning", value }];
  return read.isWithdrawn ? [{ code: "N404", severity: "info", value, detail: read.name }] : [];
}

/**
 * A region by name, code or province letter: `"广东 深圳 南山区"` -> display `"广东省深圳市南山区"`, key
 * `"440305"`. A place that several share stays as written with finding N402, an unknown one with
 * N401; words behind the region stay behind it.
 */
export const region: Normalizer<undefined> = {
  name: "region",
  observe: () => undefined,
  normalize(raw, _context, options) {
    const missing = missingValue(raw, options);
    if (missing !== undefined) return missing;
    const { text: display, steps, findings } = readWriting(raw);
    const read = readRegionCell(display);
    if (read === undefined || "written" in read) {
      const unknown = { code: "N401", severity: "warning", value: display } as const;
      const problems = read === undefined ? [unknown] : regionFindings(read, display);
      const items = [{ display, key: "", written: raw }];
      return outcomeOf(raw, { items, steps, findings: [...findings, ...problems] }, options);
    }
    const text = read.name + read.rest;
    const item = { display: text, key: read.code, parsed: parsedRegion(read.code), written: raw };
    const all = [...findings, ...regionFindings(read, display)];
    return outcomeOf(
      raw,
      { items: [item], steps: [...steps, { rule: "N403", text }], findings: all },
      options,
    );
  },
};

/** A region that is written again behind itself is taken off as often as it stands there. */
function readRegionCell(text: string): RegionReading {
  const read = readOnce(text);
  if (read === undefined || "written" in read || read.rest === "") return read;
  const whole = read.name + read.rest;
  const again = readOnce(whole);
  if (again === undefined || "written" in again || again.rest === read.rest) return read;
  return again.rest.length < read.rest.length ? readRegionCell(again.name + again.rest) : read;
}

function readOnce(text: string): RegionReading {
  const code = divisionOf(text)?.code ?? provinceLetters[text];
  if (code !== undefined) return { code, name: fullNameOf(code), rest: "", isWithdrawn: false };
  return readRegion(withoutRegionLabels(text.replace(separators, "")));
}
