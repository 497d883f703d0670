import type { EntityName } from "./entity.ts";
import type { Finding } from "./finding.ts";
import type { NonDataKind } from "./source.ts";

/** What a filled cell looks like; the first that fits counts. */
export const patternClasses = [
  "resident-id",
  "uscc",
  "email",
  "url",
  "phone",
  "date",
  "number",
  "han",
  "latin",
  "other",
] as const;

export type PatternClass = (typeof patternClasses)[number];

/** Values that somebody should look at; `unlike` are those unlike nearly all others of the column. */
export const suspicionKinds = [
  "missing-mark",
  "formula-error",
  "exponent",
  "digits-lost",
  "mojibake",
  "invisible",
  "placeholder",
  "odd-date",
  "unlike",
] as const;

export type SuspicionKind = (typeof suspicionKinds)[number];

/** Personal data by what it is; `resident-id` and `bank-card` are sensitive by law (PIPL article 28). */
export const personalClasses = [
  "person-name",
  "mobile",
  "phone",
  "email",
  "wechat",
  "resident-id",
  "bank-card",
  "birthday",
  "free-text",
] as const;

export type PersonalClass = (typeof personalClasses)[number];

export type Confidence = "high" | "medium" | "low";

/** Values of a kind that somebody should look at, with one of them. */
export interface Suspicion {
  readonly kind: SuspicionKind;
  readonly count: number;
  readonly example: string;
}

/** How many different values there are; beyond a bound an estimate, which is said. */
export interface DistinctCount {
  readonly count: number;
  /** False: within about 2 percent. */
  readonly exact: boolean;
}

/** What one column holds. */
export interface InventoryColumn {
  readonly heading: string;
  /** What the column probably is; null when nothing is known about it. */
  readonly entity: EntityName | null;
  readonly field: string | null;
  /** Cells with a value; marks for nothing such as 无 are none, and counted under `suspicious`. */
  readonly filled: number;
  readonly distinct: DistinctCount;
  /** Letters of the longest value. */
  readonly longest: number;
  /** Cells by what they look like; only what occurs. */
  readonly patterns: Readonly<Partial<Record<PatternClass, number>>>;
  readonly suspicious: readonly Suspicion[];
  /** Cells with personal data by class; only what occurs. */
  readonly personal: Readonly<Partial<Record<PersonalClass, number>>>;
  /** First and last day of a column of dates. */
  readonly dates: { readonly first: string; readonly last: string } | null;
  /** The first different values, masked unless values were asked for. */
  readonly examples: readonly string[];
}

/** A guess with what speaks for it. */
export interface SystemGuess {
  readonly name: string;
  readonly confidence: Confidence;
  /** Headings that gave it away. */
  readonly reason: readonly string[];
}

export interface EntityGuess {
  readonly name: EntityName;
  readonly confidence: Confidence;
  /** Headings that a field is known for. */
  readonly reason: readonly string[];
}

/** Values by which rows of different tables are found to be about the same. */
export const keyKinds = ["company", "uscc", "phone", "email", "wechat", "code"] as const;

export type KeyKind = (typeof keyKinds)[number];

/** The keys of one kind in one table. */
export interface InventoryKeys {
  readonly kind: KeyKind;
  readonly distinct: DistinctCount;
  /** Keys that no other table has. */
  readonly onlyHere: DistinctCount;
}

export const adviceVerdicts = ["migrate", "attach", "reference", "copy", "look"] as const;

/** What to do with a table, and why. */
export interface InventoryAdvice {
  /** `attach`: after the customers it belongs to; `look`: nobody can tell without a person. */
  readonly verdict: (typeof adviceVerdicts)[number];
  readonly reason:
    | "customers"
    | "contacts"
    | "belongs-to-customers"
    | "staff"
    | "registry"
    | "same-rows"
    | "same-file"
    | "entity-unknown";
  /** For copies: the table whose rows these are. */
  readonly of: string | null;
}

/** What one table really is: one sheet, or the whole of a text file. */
export interface InventoryTable {
  /** `path` or `path#sheet`: how overlaps and advice name the table. */
  readonly name: string;
  readonly path: string;
  readonly sheet: string | null;
  readonly format: string;
  readonly encoding: string | null;
  /** Row of the header as Excel counts, 0 when there is none. */
  readonly headerRow: number;
  /** Texts above the header, masked unless values were asked for. */
  readonly preamble: readonly string[];
  readonly rows: number;
  readonly quarantined: number;
  readonly nonData: Readonly<Record<NonDataKind, number>>;
  readonly distinctRows: DistinctCount;
  readonly system: SystemGuess | null;
  readonly entity: EntityGuess | null;
  /** Filled cells of the entity's key fields that the table has a column for, of how many. */
  readonly keyFields: { readonly filled: number; readonly cells: number };
  /** Key fields of the entity that no column gives. */
  readonly missingFields: readonly string[];
  /** The last day on which anybody touched a row, as far as its columns tell. */
  readonly lastTouched: string | null;
  readonly keys: readonly InventoryKeys[];
  readonly advice: InventoryAdvice;
  readonly columns: readonly InventoryColumn[];
}

/** One file that was read. */
export interface InventoryFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly format: string;
  readonly encoding: string | null;
  /** The name promises another format than the content has. */
  readonly misnamed: boolean;
  readonly tables: number;
  /** Sheets that were not read, guesses that were made. */
  readonly findings: readonly Finding[];
}

/** A file that could not be read, with the reason in both languages. */
export interface UnreadFile {
  readonly path: string;
  readonly code: string;
  readonly en: string;
  readonly zh: string;
}

/** What two tables have in common: equal rows, or equal keys of one kind. */
export interface InventoryOverlap {
  readonly left: string;
  readonly right: string;
  readonly kind: "rows" | KeyKind;
  readonly shared: DistinctCount;
  readonly leftDistinct: number;
  readonly rightDistinct: number;
}

/** Personal data of one class over all tables. */
export interface PersonalData {
  readonly class: PersonalClass;
  readonly cells: number;
  readonly columns: readonly {
    readonly table: string;
    readonly heading: string;
    readonly cells: number;
  }[];
}

/** 数据盘点: what is in a set of files, what it is worth and what must be migrated. */
export interface Inventory {
  readonly files: readonly InventoryFile[];
  readonly unread: readonly UnreadFile[];
  /** Lock files of Excel, thumbnails and the like. */
  readonly skipped: readonly string[];
  readonly tables: readonly InventoryTable[];
  readonly overlaps: readonly InventoryOverlap[];
  readonly personal: readonly PersonalData[];
  /** Different keys over all tables. */
  readonly totals: {
    readonly rows: number;
    readonly columns: number;
    readonly companies: DistinctCount;
    readonly phones: DistinctCount;
  };
}
