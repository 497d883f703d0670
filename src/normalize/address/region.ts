import type { Finding } from "../../model/finding.ts";
import type { Normalizer } from "../../model/normalizer.ts";
import type { ParsedAddress } from "../../model/parsed.ts";
import { missingValue } from "../missing-value.ts";
import { outcomeOf } from "../outcome.ts";
import { readWriting } from "../writing.ts";
import type { Division } from "./division.ts";
import { divisionOf } from "./divisions.ts";
import { readRegion, type RegionReading } from "./read-region.ts";
import { nowhere, type RoadAndNumber } from "./read-road.ts";
import { withoutRegionLabels } from "./region-text.ts";

const separators = /[\s,，/\-·>|、;；_]+/g;
/** Letters that stand for provinces, as on number plates. */
const provinceLetters: ReadonlyMap<string, string> = new Map(
  "11京 12津 31沪申 50渝 13冀 14晋 15蒙 21辽 22吉 23黑 32苏 33浙 34皖 35闽 36赣 37鲁 41豫 42鄂 43湘 44粤 45桂 46琼 51川蜀 52黔贵 53滇云 54藏 61陕秦 62甘陇 63青 64宁 65新 71台 81港 82澳"
    .split(" ")
    .flatMap((line) => [...line.slice(2)].map((letter) => [letter, `${line.slice(0, 2)}0000`])),
);

/** The parts of a region for matching and scoring, with the road and number of an address. */
export function parsedAddress(
  { code, name, level, province, city }: Division,
  { road, number }: RoadAndNumber = nowhere,
): ParsedAddress {
  return {
    kind: "address",
    region: code,
    province: level === 1 ? name : (province?.name ?? ""),
    city: level === 2 ? name : (city?.name ?? ""),
    county: level === 3 ? name : "",
    road,
    number,
  };
}

/** What an address or a region leaves open: several places of one name, a division that is no more. */
export function regionFindings(read: RegionReading | undefined, value: string): Finding[] {
  if (read === undefined) return [];
  if (read.division === undefined) return [{ code: "N402", severity: "warning", value }];
  if (!read.isWithdrawn) return [];
  return [{ code: "N404", severity: "info", value, detail: read.division.fullName }];
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
    const division = read?.division;
    if (read === undefined || division === undefined) {
      const unknown = { code: "N401", severity: "warning", value: display } as const;
      const problems = read === undefined ? [unknown] : regionFindings(read, display);
      const items = [{ display, key: "", written: raw }];
      return outcomeOf(raw, { items, steps, findings: [...findings, ...problems] }, options);
    }
    const text = division.fullName + read.rest;
    const item = {
      display: text,
      key: division.code,
      parsed: parsedAddress(division),
      written: raw,
    };
    const all = [...findings, ...regionFindings(read, display)];
    return outcomeOf(
      raw,
      { items: [item], steps: [...steps, { rule: "N403", text }], findings: all },
      options,
    );
  },
};

/** A region that is written again behind itself is taken off as often as it stands there. */
function readRegionCell(text: string): RegionReading | undefined {
  const read = readOnce(text);
  if (read?.division === undefined || read.rest === "") return read;
  const again = readOnce(read.division.fullName + read.rest);
  if (again?.division === undefined || again.rest.length >= read.rest.length) return read;
  return readRegionCell(again.division.fullName + again.rest);
}

function readOnce(text: string): RegionReading | undefined {
  const division = divisionWritten(text);
  if (division !== undefined) return { division, written: text, rest: "", isWithdrawn: false };
  return readRegion(withoutRegionLabels(text.replace(separators, "")));
}

function divisionWritten(text: string): Division | undefined {
  if (text.length === 1) return divisionOf(provinceLetters.get(text) ?? "");
  return text.length === 6 && /^\d/.test(text) ? divisionOf(text) : undefined;
}
