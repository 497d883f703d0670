import type { Finding } from "../../model/finding.ts";
import type { Normalized, Normalizer, NormalizeOptions } from "../../model/normalizer.ts";
import type { ParsedEmail } from "../../model/parsed.ts";
import { withoutInvisible } from "../../text/width.ts";
import { missingValue } from "../missing-value.ts";
import { outcomeOf, type ReadItem } from "../outcome.ts";
import { correctDomain, isPublicDomain, isRoleAccount, suggestDomain } from "./email-domain.ts";

const address =
  /^([a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*)@((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24})$/i;
const label = /(?:mailto|e-?mail|电子邮箱|电子邮件|邮箱|邮件)(?:地址)?\s*[:：]\s*/gi;

/** Two addresses without anything between them: a@zhaoda.comb@zhaoda.com. */
const glued = /(@[^@\s]+?\.(?:com\.cn|net\.cn|com|net|org|cn))(?=[a-z0-9][\w.-]*@)/gi;

interface ReadAddress {
  readonly item: ReadItem;
  readonly rule: string;
  readonly findings: readonly Finding[];
}

/**
 * E-mail addresses of a cell. `"邮箱：Wang.Li@ZHAODA.COM.CN"` -> display "Wang.Li@zhaoda.com.cn",
 * key "wang.li@zhaoda.com.cn". Known typing mistakes of providers are repaired, others suggested.
 */
export const email: Normalizer<undefined> = {
  name: "email",
  observe: () => undefined,
  normalize: (raw, _context, options) => missingValue(raw, options) ?? readCell(raw, options),
};

function readCell(raw: string, options: NormalizeOptions): Normalized {
  const pieces = address.test(raw) ? [raw] : piecesOf(raw);
  const addresses = pieces.map(readAddress);
  const findings = addresses.flatMap((each) => each.findings);
  const items = addresses.map(({ item }) => item);
  if (!items.some(({ key }) => key !== "")) {
    const invalid = { code: "N602", severity: "warning", value: raw } as const;
    const written = [{ display: raw, key: "", written: raw }];
    return outcomeOf(raw, { items: written, steps: [], findings: [invalid] }, options);
  }
  const text = items.map(({ display }) => display).join("; ");
  const rule = items.length > 1 ? "N605" : (addresses[0]?.rule ?? "N601");
  return outcomeOf(raw, { items, steps: [{ rule, text }], findings }, options);
}

/** The addresses of a cell without labels, brackets and the spaces round "@". */
function piecesOf(raw: string): string[] {
  const text = withoutInvisible(raw)
    .normalize("NFKC")
    .replace(label, " ")
    .replace(/\(?cid:\d+\)?/g, " ")
    .replace(/[<>()"'[\]]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/ ?@ ?/g, "@")
    .replaceAll("。", ".")
    .replace(glued, "$1 ");
  const pieces = text
    .split(/[、;,|\s]+|\/(?=[^@]{1,80}@)/)
    .map((piece) => piece.replace(/^[.:]+|[.:]+$/g, ""));
  return pieces.filter((piece) => piece !== "");
}

function readAddress(written: string): ReadAddress {
  const match = address.exec(written);
  if (match === null) {
    const finding = { code: "N602", severity: "warning", value: written } as const;
    return { item: { display: written, key: "", written }, rule: "N601", findings: [finding] };
  }
  const [, local = "", typed = ""] = match;
  const domain = correctDomain(typed.toLowerCase()) ?? typed.toLowerCase();
  const rule = domain === typed.toLowerCase() ? "N601" : "N604";
  const display = `${local}@${domain}`;
  const parsed = parsedOf(local, domain);
  const item = { display, key: display.toLowerCase(), parsed, written };
  return { item, rule, findings: findingsOf(local, domain) };
}

function parsedOf(local: string, domain: string): ParsedEmail {
  return {
    kind: "email",
    local: local.toLowerCase(),
    domain,
    isPublicDomain: isPublicDomain(domain),
    isRole: isRoleAccount(local),
  };
}

function findingsOf(local: string, domain: string): Finding[] {
  const meant = suggestDomain(domain);
  if (meant === undefined) return [];
  const value = `${local}@${domain}`;
  return [{ code: "N603", severity: "info", value, detail: `${local}@${meant}` }];
}
