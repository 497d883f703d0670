import type { ParsedPhone } from "../../model/parsed.ts";
import { readLandline } from "./landline.ts";
import { isFillerMobile, isMobile, isVirtual } from "./mobile.ts";

/** A number in one of the ways in which nearly all are written. */
export interface PlainNumber {
  /** E.164. */
  readonly key: string;
  readonly parsed: ParsedPhone;
  readonly isVirtual: boolean;
}

const mobile = /^(?:(?:\+86|0086|86)[ -]?)?(1\d{10}|1\d\d \d{4} \d{4}|1\d\d-\d{4}-\d{4})$/;
/** Neither a mobile behind a zero, nor a hotline, nor the code of a country. */
const landline = /^(0(?!00|0|1(?!0)|[48]00|86)\d{2,3})-?(\d{7,8})$/;

/**
 * A mobile or a fixed line without anything beside it, as `readNumbers` reads it, which takes many
 * times longer; undefined where that has more to say.
 * `"+86 139-1234-5678"` -> key "+8613912345678", `"021-58880000"` -> key "+862158880000"
 */
export function readPlainNumber(cell: string): PlainNumber | undefined {
  return cell.length < 10 || cell.length > 18 ? undefined : (readMobile(cell) ?? readFixed(cell));
}

function readMobile(cell: string): PlainNumber | undefined {
  const digits = isMobile(cell) ? cell : mobile.exec(cell)?.[1]?.replace(/[ -]/g, "");
  if (digits === undefined || !isMobile(digits) || isFillerMobile(digits)) return undefined;
  const parsed = parsedAs("mobile", "");
  return { key: `+86${digits}`, parsed, isVirtual: isVirtual(digits) };
}

function readFixed(cell: string): PlainNumber | undefined {
  const [, area, number = ""] = cell.startsWith("0") ? (landline.exec(cell) ?? []) : [];
  const found = area === undefined ? undefined : readLandline(area + number);
  if (found === undefined || found.isStale || found.local === "12345678") return undefined;
  const parsed = parsedAs("landline", found.region);
  return { key: `+86${found.area.slice(1)}${found.local}`, parsed, isVirtual: false };
}

function parsedAs(type: "mobile" | "landline", region: string): ParsedPhone {
  return { kind: "phone", type, extension: "", region, isPlaceholder: false };
}
