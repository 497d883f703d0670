/** Where a company sits and what it is called. */
export interface NameReading {
  readonly region: string;
  readonly brand: string;
}

/**
 * What normalizers understood of a value, for matching and scoring. Every string here is a key:
 * folded (NFKC, simplified, lower case, no spaces or punctuation) unless said otherwise.
 */
export interface ParsedCompanyName {
  readonly kind: "company-name";
  /** The folded name without notes and aliases. */
  readonly norm: string;
  /** Division code of the leading or bracketed region (six digits, "" when none). */
  readonly region: string;
  /** 字号; never empty while `norm` is not. */
  readonly brand: string;
  /** Pinyin of the brand without tones, syllables joined by a space; "" when it has no Han letter. */
  readonly brandPinyin: string;
  /** Trade words, outermost last. */
  readonly industry: readonly string[];
  /** Id of the organisation form ("llc", "jsc" ...), "" when none. */
  readonly form: string;
  /** Branch text ("深圳分公司"), "" for the head entity. */
  readonly branch: string;
  /** 集团, 控股 or (中国) stands in the name. */
  readonly isGroup: boolean;
  /** Looks like the name of a natural person (a sole trader without a business name). */
  readonly isPersonName: boolean;
  /** The name has 20 or 30 and more letters and may be cut off (WeCom, WeChat). */
  readonly mayBeTruncated: boolean;
  /** The next best reading where a place may be part of the brand: 南京高科, 安达物流. */
  readonly second?: NameReading;
  /** Other names found in the cell: brackets, 曾用名, 简称 (folded). */
  readonly aliases: readonly string[];
}

export interface ParsedPhone {
  readonly kind: "phone";
  readonly type: "mobile" | "landline" | "hotline" | "foreign" | "short";
  readonly extension: string;
  /** Division code of the area code, "" when unknown. */
  readonly region: string;
  /** A test or filler number ("13800138000"): never a matching key. */
  readonly isPlaceholder: boolean;
}

export interface ParsedEmail {
  readonly kind: "email";
  readonly local: string;
  readonly domain: string;
  /** qq.com, 163.com ...: the domain says nothing about the company. */
  readonly isPublicDomain: boolean;
  /** info@, sales@ ...: weak for a person. */
  readonly isRole: boolean;
}

export interface ParsedPerson {
  readonly kind: "person";
  readonly surname: string;
  readonly given: string;
  /** "经理" in 王经理: then `given` is empty and the name alone never merges two people. */
  readonly title: string;
  readonly gender: "male" | "female" | "";
  readonly pinyin: string;
}

export interface ParsedAddress {
  readonly kind: "address";
  /** Six digits of the deepest level that is certain, "" when none. */
  readonly region: string;
  readonly province: string;
  readonly city: string;
  readonly county: string;
  readonly road: string;
  readonly number: string;
}

export interface ParsedDate {
  readonly kind: "date";
  /** ISO text with the precision that was given: "2024", "2024-03", "2024-03-05", "2024-03-05T10:20:00". */
  readonly iso: string;
}

export interface ParsedAmount {
  readonly kind: "amount";
  /** Integer minor units (分) as decimal text; the lower end of a range. */
  readonly minor: string;
  readonly currency: string;
}

export type Parsed =
  | ParsedCompanyName
  | ParsedPhone
  | ParsedEmail
  | ParsedPerson
  | ParsedAddress
  | ParsedDate
  | ParsedAmount;
