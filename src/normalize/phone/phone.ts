import type { Finding } from "../../model/finding.ts";
import type { Normalized, Normalizer, NormalizeOptions } from "../../model/normalizer.ts";
import { withoutInvisible } from "../../text/width.ts";
import { missingValue } from "../missing-value.ts";
import { outcomeOf, type ReadItem } from "../outcome.ts";
import { observeBy } from "../column-vote.ts";
import { areaVote, type PhoneContext } from "./area-of-column.ts";
import { readPlainNumber } from "./plain-number.ts";
import { landlineReading } from "./read-number.ts";
import { readLandline } from "./landline.ts";
import type { PhoneReading } from "./phone-reading.ts";
import { readNumbers, type ReadPiece } from "./read-numbers.ts";

const warnings: ReadonlySet<string> = new Set(["N202", "N207"]);

/**
 * Phone numbers of a cell: mobiles and landlines in E.164, hotlines as they are dialled.
 * `"(021)5888 0000转8001"` -> display "+862158880000 ext 8001", key "+862158880000"
 * A number nobody can call stays as written, without a key, and has a finding.
 */
export const phone: Normalizer<PhoneContext | undefined> = {
  name: "phone",
  vote: areaVote,
  observe: observeBy(areaVote),
  normalize: (raw, context, options) =>
    readPlain(raw, options) ??
    missingValue(raw, options) ??
    readCell(raw, context?.area ?? "", options),
};

/** Nine cells in ten hold one number and nothing else: they take this short way. */
function readPlain(raw: string, options: NormalizeOptions): Normalized | undefined {
  const number = readPlainNumber(raw);
  if (number === undefined) return undefined;
  const { key, parsed } = number;
  const findings = number.isVirtual ? findingOf("N214", raw) : [];
  if (options.repairs === "none") {
    return { display: raw, key, items: [{ display: raw, key, parsed }], changes: [], findings };
  }
  const changes = key === raw ? [] : [{ rule: "N201", before: raw, after: key }];
  return { display: key, key, items: [{ display: key, key, parsed }], changes, findings };
}

function readCell(raw: string, area: string, options: NormalizeOptions): Normalized {
  const { pieces: read, notes } = readNumbers(plainCell(raw));
  const pieces = area === "" ? read : read.map((piece) => withArea(piece, area));
  const known = pieces.filter(({ reading }) => reading.parsed !== undefined);
  const problems = pieces.flatMap(({ reading, written }) => findingOf(reading.code, written));
  if (known.length === 0) {
    const findings = problems.length > 0 ? problems : findingOf("N202", raw);
    const items = [{ display: raw, key: "", written: raw }];
    return outcomeOf(raw, { items, steps: [], findings }, options);
  }
  const items = pieces.map(({ reading, written }) => itemOf(reading, written));
  const text = items.map(({ display }) => display).join("; ");
  const rule = pieces.length > 1 ? "N206" : (pieces[0]?.reading.rule ?? "N201");
  const words = notes.flatMap((note) => findingOf("N209", note));
  return outcomeOf(
    raw,
    { items, steps: [{ rule, text }], findings: [...problems, ...words] },
    options,
  );
}

/** A local number gets the area code that all fixed lines of its column have. */
function withArea(piece: ReadPiece, area: string): ReadPiece {
  if (piece.reading.code !== "N203") return piece;
  const found = readLandline(area + piece.written.replace(/\D/g, ""));
  if (found === undefined) return piece;
  return { ...piece, reading: { ...landlineReading(found, ""), rule: "N215" } };
}

/** ① and ⑵ number the entries of a list; NFKC would glue their digits to what follows. */
const enclosedNumber = /[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]/g;

/** Most cells hold nothing that has another form. */
const plain = /^[ -~\u4e00-\u9fff]*$/;

function plainCell(raw: string): string {
  if (plain.test(raw)) return raw.trim();
  return withoutInvisible(raw).replace(enclosedNumber, " / ").normalize("NFKC").trim();
}

function itemOf({ display, key, parsed }: PhoneReading, written: string): ReadItem {
  return parsed === undefined ? { display, key, written } : { display, key, parsed, written };
}

function findingOf(code: string, value: string): Finding[] {
  if (code === "") return [];
  return [{ code, severity: warnings.has(code) ? "warning" : "info", value }];
}
