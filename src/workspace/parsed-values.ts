import type { Parsed, ParsedCompanyName } from "../model/parsed.ts";

/**
 * A parsed company name by position, which is half as long as by name; the flags are bits. The name
 * is 0 where it is the display; the last three are left out where nothing is in them.
 */
type StoredCompanyName = readonly [
  norm: string | 0,
  region: string,
  brand: string,
  brandPinyin: string,
  industry: readonly string[],
  form: string,
  branch?: string,
  flags?: number,
  aliases?: readonly string[],
];

/** What normalizers understood of a value, as it stands in the file. */
export type StoredParsed = StoredCompanyName | Exclude<Parsed, ParsedCompanyName>;

const flags = { isGroup: 1, isPersonName: 2, mayBeTruncated: 4 } as const;

/** `encodeParsed({ kind: "company-name", norm: "华宸", ... }, "华宸")` -> `[0, ...]`; other kinds stay as they are */
export function encodeParsed(parsed: Parsed, display: string): StoredParsed {
  if (parsed.kind !== "company-name") return parsed;
  const { norm, region, brand, brandPinyin, industry, form, branch, aliases } = parsed;
  const bits =
    (parsed.isGroup ? flags.isGroup : 0) |
    (parsed.isPersonName ? flags.isPersonName : 0) |
    (parsed.mayBeTruncated ? flags.mayBeTruncated : 0);
  const known = norm === display ? 0 : norm;
  const isPlain = branch === "" && bits === 0 && aliases.length === 0;
  return isPlain
    ? [known, region, brand, brandPinyin, industry, form]
    : [known, region, brand, brandPinyin, industry, form, branch, bits, aliases];
}

/** What `encodeParsed` made of the value that is displayed so, back as it was. */
export function decodeParsed(stored: StoredParsed, display: string): Parsed {
  if (!isCompanyName(stored)) return stored;
  const [norm, region, brand, brandPinyin, industry, form] = stored;
  const [, , , , , , branch = "", bits = 0, aliases = []] = stored;
  return {
    kind: "company-name",
    norm: norm === 0 ? display : norm,
    region,
    brand,
    brandPinyin,
    industry,
    form,
    branch,
    isGroup: (bits & flags.isGroup) !== 0,
    isPersonName: (bits & flags.isPersonName) !== 0,
    mayBeTruncated: (bits & flags.mayBeTruncated) !== 0,
    aliases,
  };
}

function isCompanyName(stored: StoredParsed): stored is StoredCompanyName {
  return Array.isArray(stored);
}
