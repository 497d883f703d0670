import type { Finding } from "../../model/finding.ts";
import type { Normalizer } from "../../model/normalizer.ts";
import type { ParsedAddress } from "../../model/parsed.ts";
import { foldKey } from "../../text/fold.ts";
import { missingValue } from "../missing-value.ts";
import { outcomeOf } from "../outcome.ts";
import { readWriting } from "../writing.ts";
import { readRegion, type RegionReading } from "./read-region.ts";
import { readRoad } from "./read-road.ts";
import { parsedAddress, regionFindings } from "./region.ts";
import { withoutRegionLabels } from "./region-text.ts";

/**
 * An address: its region, road and number for matching; the text itself is only cleaned.
 * `"广东省深圳市南山区科技路 1 号"` -> key `"440305科技路1"`. A county that several cities have is
 * named without a code (N402), one that was withdrawn is read as what it became (N404).
 */
export const address: Normalizer<undefined> = {
  name: "address",
  observe: () => undefined,
  normalize(raw, _context, options) {
    const missing = missingValue(raw, options);
    if (missing !== undefined) return missing;
    const { text: display, steps, findings } = readWriting(raw);
    const plain = withoutRegionLabels(display);
    const read = readRegion(plain);
    const parsed = parsedOf(plain, read);
    const place =
      parsed.road === "" ? foldKey(read?.rest ?? plain) : foldKey(parsed.road) + parsed.number;
    const item = { display, key: keyOf(parsed, place), parsed, written: raw };
    const own = regionFindings(read, display);
    const all: readonly Finding[] = findings.length === 0 ? own : [...findings, ...own];
    return outcomeOf(raw, { items: [item], steps, findings: all }, options);
  },
};

function parsedOf(plain: string, read: RegionReading | undefined): ParsedAddress {
  const { road, number } = readRoad(read?.rest ?? plain);
  if (read?.division !== undefined) return parsedAddress(read.division, { road, number });
  const county = read?.written ?? "";
  return { kind: "address", region: "", province: "", city: "", county, road, number };
}

/** Without a code the county's name still tells 西湖区文三路1号 from the same road elsewhere. */
function keyOf({ region, county }: ParsedAddress, place: string): string {
  return (region === "" ? foldKey(county) : region) + place;
}
