import type { EntityName } from "../model/entity.ts";

/**
 * Where a field gets its value: one column; several, all for a list and else the first that is not
 * blank; the parts of one value; the same word for every row; or a column by a table of words.
 */
export type ProfileRule =
  | string
  | readonly string[]
  | { readonly parts: readonly string[]; readonly join?: string }
  | { readonly const: string }
  | { readonly from: string; readonly values: Readonly<Record<string, string>> };

export type ProfileFields = Readonly<Record<string, ProfileRule>>;

export interface BesideFields {
  readonly entity: EntityName;
  readonly rowKey?: readonly string[];
  readonly fields: ProfileFields;
}

/** How the headings are known; "inferred" is an alias profile: no such file was seen. */
export type Evidence = "sample" | "code" | "documentation" | "inferred";

/**
 * One kind of export of one system: how it is recognised, and what its columns mean. Headings
 * without a field are kept with the record.
 */
export interface SourceProfile {
  /** `wecom-customers`: the system and the kind of export. */
  readonly system: string;
  readonly title: readonly [zh: string, en: string];
  readonly evidence: Evidence;
  readonly entity: EntityName;
  /** The headings as the system writes them, in its order; several where versions differ. */
  readonly headings: readonly (readonly string[])[];
  /** Headings that together no other system writes, for tables with most columns left out. */
  readonly telling: readonly string[];
  readonly rowKey?: readonly string[];
  readonly fields: ProfileFields;
  /** Headings of what people wrote to each other: not kept unless a mapping asks for it. */
  readonly messages?: readonly string[];
  /** Headings of a person's private life, and of pictures: not kept unless a mapping asks for them. */
  readonly privateHeadings?: readonly string[];
  /** The list field for columns that each company names itself, such as groups of tags. */
  readonly rest?: string;
  /** What else a row holds: the person beside the company, or the company of the person. */
  readonly beside?: readonly BesideFields[];
}

/** The columns that a rule reads: `{ parts: ["姓", "名"] }` -> `["姓", "名"]` */
export function columnsOfRule(rule: ProfileRule): readonly string[] {
  if (typeof rule === "string") return [rule];
  if ("parts" in rule) return rule.parts;
  if ("values" in rule && "from" in rule) return [rule.from];
  return isList(rule) ? rule : [];
}

function isList(rule: object): rule is readonly string[] {
  return Array.isArray(rule);
}
