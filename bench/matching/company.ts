import type { Place } from "./places.ts";

/** A person of a company. */
export interface Person {
  readonly name: string;
  readonly mobile: string;
  readonly email: string;
}

/** The parts of a registered name; `registeredName` puts them together. */
export interface NameParts {
  /** Region as the name writes it: 深圳市, 广东, 昆山; "" for names without one. */
  readonly region: string;
  readonly brand: string;
  readonly field: string;
  readonly activity: string;
  readonly form: string;
  /** 深圳分公司, 城东店; "" for a head office. */
  readonly branch: string;
  /** front: 深圳华宸科技; brand: 华宸(深圳)科技; form: 华宸科技(深圳). */
  readonly layout: "front" | "brand" | "form";
}

/** Why two companies look alike although they are not the same. */
export type Kinship =
  | "other-city"
  | "other-trade"
  | "group"
  | "branch"
  | "store"
  | "sole-trader"
  | "same-owner";

/** A true company: what the rows of all sources go back to. */
export interface Company {
  readonly id: number;
  readonly name: NameParts;
  readonly formerBrand: string;
  readonly uscc: string;
  readonly place: Place;
  readonly countyName: string;
  readonly road: string;
  readonly door: number;
  readonly room: string;
  readonly landline: string;
  readonly domain: string;
  readonly people: readonly Person[];
  /** Companies of one family share this number, and `kinship` says in what way they are kin. */
  readonly family: number;
  readonly kinship: Kinship | "";
}

/** `华宸`, 深圳, 智能, 科技, 有限公司 -> "深圳华宸智能科技有限公司" */
export function registeredName(name: NameParts): string {
  const { region, brand, field, activity, form, branch, layout } = name;
  const bracket = region === "" ? "" : `（${region}）`;
  const trade = field + activity;
  if (layout === "brand") return brand + bracket + trade + form + branch;
  if (layout === "form") return brand + trade + bracket + form + branch;
  return region + brand + trade + form + branch;
}
