import { remarkField } from "../../normalize/normalizer-for-field.ts";
import type { RemarkContext } from "../../normalize/remark/level-vote.ts";
import { parseRemark, type Remark } from "../../normalize/remark/parse-remark.ts";
import { companyName } from "../../normalize/company-name/company-name.ts";
import type { RawValues } from "../normalize-values.ts";

/** The raw values of a contact with what its remark adds, and which fields that were. */
export interface RemarkReading {
  readonly raw: RawValues;
  readonly added: readonly { readonly field: string; readonly text: string }[];
}

/**
 * Fills the empty fields of a contact from its remark name; what a column says outranks it, phones
 * and tags are added to those that are there. `remark_name: 张三-华东机电-采购部经理` adds name 张三,
 * customer 华东机电, department 采购部, title 经理; a level becomes a tag. `taken` is a field that is
 * known otherwise, `column` what the normalizer of remarks saw in the whole column.
 */
export function readRemark(raw: RawValues, taken = "", column?: unknown): RemarkReading {
  const [text = ""] = raw[remarkField] ?? [];
  if (text.trim() === "") return { raw, added: [] };
  const remark = parseRemark(text, isRemarkContext(column) ? column : { hasLevels: false });
  const added = Object.entries(valuesOf(remark)).flatMap(([field, texts]) => {
    const isList = field === "mobiles" || field === "tags";
    const isFree = isList || (field !== taken && (raw[field]?.length ?? 0) === 0);
    return isFree ? texts.filter((each) => each !== "").map((each) => ({ field, text: each })) : [];
  });
  const filled: Record<string, readonly string[]> = { ...raw };
  for (const { field, text: each } of added) filled[field] = [...(filled[field] ?? []), each];
  return { raw: filled, added };
}

function isRemarkContext(column: unknown): column is RemarkContext {
  return typeof column === "object" && column !== null && "hasLevels" in column;
}

/** A surname is no name without its title: 王 of 王总 stays 王总. */
function valuesOf(remark: Remark): RawValues {
  const { person, title, phones, tags, level, department } = remark;
  const name = person.length === 1 ? `${person}${title}` : person;
  const company = remark.company === "" ? companyIn(remark.note) : remark.company;
  return {
    name: [name],
    title: [title],
    customer: [company],
    department: [department],
    mobiles: phones,
    tags: [...(level === "" ? [] : [`${level}级`]), ...tags],
  };
}

/** What the grammar of remarks leaves over is a company when it has a brand and a trade. */
function companyIn(note: string): string {
  const parts = note.split(" ").filter((part) => part.length >= 4);
  return parts.find(hasBrandAndTrade) ?? "";
}

function hasBrandAndTrade(text: string): boolean {
  const [item] = companyName.normalize(text, undefined, { repairs: "safe" }).items;
  if (item?.parsed?.kind !== "company-name") return false;
  return item.parsed.brand !== "" && item.parsed.industry.length > 0;
}
