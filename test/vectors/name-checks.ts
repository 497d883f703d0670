import type { ParsedAddress } from "../../src/model/parsed.ts";
import { address } from "../../src/normalize/address/address.ts";
import { region } from "../../src/normalize/address/region.ts";
import { companyName } from "../../src/normalize/company-name/company-name.ts";
import { parseRemark } from "../../src/normalize/remark/parse-remark.ts";
import { foldKey } from "../../src/text/fold.ts";
import {
  type CheckedRow,
  normalized,
  readJson,
  readTable,
  type VectorCheck,
} from "./vector-check.ts";

interface NameRow {
  readonly input: string;
  readonly expect: { readonly zihao?: string | null };
}

const companies: VectorCheck = {
  file: "company_names.json",
  what: "brand, where the row has one",
  rows: () =>
    readJson<readonly NameRow[]>("company_names.json").flatMap(({ input, expect: { zihao } }) => {
      if (typeof zihao !== "string" || zihao === "") return [];
      const parsed = normalized(companyName, input).items[0]?.parsed;
      const got = parsed?.kind === "company-name" ? parsed.brand : "";
      return [{ input, expected: foldKey(zihao), got }];
    }),
};

function parsedAddress(input: string): ParsedAddress | undefined {
  const parsed = normalized(address, input).items[0]?.parsed;
  return parsed?.kind === "address" ? parsed : undefined;
}

interface AddressRow {
  readonly input: string;
  readonly expect: {
    readonly province: string | null;
    readonly city: string | null;
    readonly county: string | null;
    readonly adcode?: string | null;
  };
}

/** Municipalities stand once; the tables' filler words are no level. */
function levels(parts: readonly (string | null | undefined)[]): string {
  const named = parts.map((part) => (part ?? "").replace(/^(?:市辖区|县|.*直辖.*)$/, ""));
  return [...new Set(named.filter((part) => part !== ""))].join(" ");
}

function addressRows(file: string): readonly CheckedRow[] {
  return readJson<readonly AddressRow[]>(file).map(({ input, expect: wanted }) => {
    const found = parsedAddress(input);
    if (typeof wanted.adcode === "string" && wanted.adcode !== "")
      return { input, expected: wanted.adcode, got: found?.region ?? "" };
    return {
      input,
      expected: levels([wanted.province, wanted.city, wanted.county]),
      got: levels([found?.province, found?.city, found?.county]),
    };
  });
}

const cpca: VectorCheck = {
  file: "address_cpca.json",
  what: "division to county",
  rows: () => addressRows("address_cpca.json"),
};
const jionlp: VectorCheck = {
  file: "address_jionlp.json",
  what: "division to county",
  rows: () => addressRows("address_jionlp.json"),
};

const renames: VectorCheck = {
  file: "division_renames_jionlp.csv",
  what: "the old path leads to the division of today",
  rows: () =>
    readTable("division_renames_jionlp.csv", ["old_path", "new_path"]).map(
      ({ old_path: old, new_path: now }) => ({
        input: `${old} -> ${now}`,
        expected: normalized(region, now.replaceAll("/", "")).key,
        got: normalized(region, old.replaceAll("/", "")).key,
      }),
    ),
};

interface RemarkRow {
  readonly input: string;
  readonly expect: Readonly<Record<string, string | readonly string[]>>;
}

const remarks: VectorCheck = {
  file: "wechat_remarks.json",
  what: "the parts of a remark",
  rows: () =>
    readJson<readonly RemarkRow[]>("wechat_remarks.json").map(({ input, expect: wanted }) => {
      const found = parseRemark(input);
      const parts: Readonly<Record<string, string>> = {
        ...found,
        phones: found.phones.join(" "),
        tags: found.tags.join(" "),
        surname: found.person,
        name: found.person,
        mobile: found.phones[0] ?? "",
        nickname: found.person + found.note,
        company_or_region:
          found.company === wanted["company_or_region"] ? found.company : found.region,
      };
      const names = Object.keys(wanted);
      return {
        input,
        expected: names.map((name) => `${name}=${[wanted[name]].flat().join(" ")}`).join(", "),
        got: names.map((name) => `${name}=${parts[name] ?? ""}`).join(", "),
      };
    }),
};

export const nameChecks: readonly VectorCheck[] = [companies, cpca, jionlp, renames, remarks];
