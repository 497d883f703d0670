import lines from "./data/area-codes.json" with { type: "json" };

/** A fixed line of mainland China. `area` has its leading zero. */
export interface Landline {
  readonly area: string;
  readonly local: string;
  /** Division code of the area, six digits. */
  readonly region: string;
  /** The area code was merged into another one. */
  readonly isStale: boolean;
}

const areas = new Map(
  lines.map((line) => {
    const [area = "", region = "", stale] = line.split(" ");
    return [area, { region, isStale: stale !== undefined }];
  }),
);
const localNumber = /^(?:[2-8]\d{6,7}|12345678)$/;

/** `"02158888888"` -> area 021, local 58888888; undefined when no area code fits */
export function readLandline(digits: string): Landline | undefined {
  const areaLength = /^0(?:10|2\d)/.test(digits) ? 3 : 4;
  const area = digits.slice(0, areaLength);
  const local = digits.slice(areaLength);
  const place = areas.get(area);
  return place !== undefined && localNumber.test(local) ? { area, local, ...place } : undefined;
}

/** `"58888888"` -> true: complete only with the city of the same record */
export function isLocalNumber(digits: string): boolean {
  return localNumber.test(digits);
}
