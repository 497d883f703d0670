import type { Finding } from "../../model/finding.ts";
import type { Normalized, Normalizer, NormalizeOptions } from "../../model/normalizer.ts";
import type { ParsedEmail } from "../../model/parsed.ts";
import { withoutInvisible } from "../../text/width.ts";
import { missingValue } from "../missing-value.ts";
import { outcomeOf, type ReadItem } from "../outcome.ts";
import { meantAddress } from "./broken-address.ts";
import { correctDomain, isPublicDomain, isRoleAccount, suggestDomain } from "./email-domain.ts";

const address =
  /^([a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*)@((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24})$/i;
const label =
  /(?:mailto|e-?mail|电子邮箱|电子邮件|邮箱|邮件)(?:地址)?\s*(?:[:：]\s*|(?=[a-z0-9][\w.+-]{0,40}@))/gi;
/** 王丽wang@zhaoda.com and a@zhaoda.com或b@zhaoda.com: no address has Han letters. */
const hanBeside = /(?<=\p{Script=Han})(?=[a-z0-9])|(?<=[a-z])(?=\p{Script=Han})/giu;
const filler = /^(?:test|none?|null|nomail|noemail|na|x{1,4}|a{1,4}|abc|1|111|123|1234|123456)$/;
const fillerDomain =
  /^(?:example|test|none?|null|nomail|noemail|na|x{1,4}|a{1,4}|abc|123|1234)\.(?:com|cn|net|org)$/;

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
  return readPlain(raw, options) ?? readPieces(raw, options);
}

/** Most cells hold one address and nothing else. */
function readPlain(raw: string, options: NormalizeOptions): Normalized | undefined {
  const match = /^\w/.test(raw) ? address.exec(raw) : null;
  if (match === null) return undefined;
  const { item, rule, findings } = readMatch(raw, match);
  return outcomeOf(
    raw,
    { items: [item], steps: [{ rule, text: item.display }], findings },
    options,
  );
}

function readPieces(raw: string, options: NormalizeOptions): Normalized {
  if (commaEnding.test(raw)) return broken(raw, options);
  const all = piecesOf(raw);
  const pieces = all.filter((piece) => !noteOnly.test(piece));
  const addresses = pieces.map(readAddress);
  const notes = all.filter((piece) => noteOnly.test(piece)).map(noteFinding);
  const findings = [...addresses.flatMap((each) => each.findings), ...notes];
  const items = addresses.map(({ item }) => item);
  if (!items.some(({ parsed }) => parsed !== undefined)) return broken(raw, options);
  const text = items.map(({ display }) => display).join("; ");
  const rule = items.length > 1 ? "N605" : (addresses[0]?.rule ?? "N601");
  return outcomeOf(raw, { items, steps: [{ rule, text }], findings }, options);
}

/** wang@zhaoda.com,cn: one address, not one and a word. */
const commaEnding = /^[^@]+@[^@]+\.com\s*[,，]\s*cn\s*$/i;
/** A word beside an address: a name, 工作, a phone. */
const noteOnly = /^[^@]*\p{Script=Han}[^@]*$/u;

function noteFinding(value: string): Finding {
  return { code: "N606", severity: "info", value };
}

/** No address: what was meant, when one slip explains it. */
function broken(raw: string, options: NormalizeOptions): Normalized {
  const meant = meantAddress(raw);
  const finding: Finding =
    meant === undefined
      ? { code: "N602", severity: "warning", value: raw }
      : { code: "N607", severity: "warning", value: raw, detail: meant };
  const written = [{ display: raw, key: "", written: raw }];
  return outcomeOf(raw, { items: written, steps: [], findings: [finding] }, options);
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
    .replace(/\?(?:subject|body|cc)=\S*/gi, "")
    .replace(glued, "$1 ")
    .replace(hanBeside, " ");
  const pieces = text
    .split(/[、;,|\s]+|\/(?=[^@]{1,80}@)/)
    .map((piece) => piece.replace(/^[.:=]+|[.:]+$/g, ""));
  return pieces.filter((piece) => piece !== "");
}

function readAddress(written: string): ReadAddress {
  const match = address.exec(written);
  if (match === null) {
    const finding = { code: "N602", severity: "warning", value: written } as const;
    return { item: { display: written, key: "", written }, rule: "N601", findings: [finding] };
  }
  return readMatch(written, match);
}

function readMatch(written: string, [, local = "", typed = ""]: RegExpExecArray): ReadAddress {
  const lower = typed.toLowerCase();
  const domain = correctDomain(lower) ?? lower;
  const rule = domain === lower ? "N601" : "N604";
  const display = `${local}@${domain}`;
  const lowerLocal = local.toLowerCase();
  const parsed = parsedOf(lowerLocal, domain);
  const unfit = unfitCode(lowerLocal, domain);
  const key = unfit === "" ? `${lowerLocal}@${domain}` : "";
  const item = { display, key, parsed, written };
  if (unfit === "") return { item, rule, findings: findingsOf(local, domain) };
  return { item, rule, findings: [{ code: unfit, severity: "info", value: written }] };
}

/** "N608" for an address that stands for none, "N609" for one with hidden letters. */
function unfitCode(local: string, domain: string): string {
  if (local.includes("**")) return "N609";
  return fillerDomain.test(domain) && (filler.test(local) || domain.startsWith("example."))
    ? "N608"
    : "";
}

function parsedOf(local: string, domain: string): ParsedEmail {
  return {
    kind: "email",
    local,
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
