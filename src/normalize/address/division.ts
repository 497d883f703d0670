/** A name with all divisions that bear it, the withdrawn ones last. */
export interface Place {
  /** Counted from 0; there are `placeCount()` of them. */
  readonly number: number;
  /** In simplified letters. */
  readonly text: string;
  readonly length: number;
  readonly divisions: readonly Division[];
}

/** How a division is called; `key` is its name and `short` its name without the kind, both in simplified letters. */
export interface DivisionNames {
  readonly name: string;
  readonly key: string;
  readonly short: string;
}

/** The divisions that one lies in. */
export interface Surroundings {
  readonly province: Division | undefined;
  /** None for the districts of a municipality and for counties right under their province. */
  readonly city: Division | undefined;
}

/** 北京 天津 上海 重庆: provinces that are cities. */
const municipalities: ReadonlySet<number> = new Set([11, 12, 31, 50]);

/** A place of the division tables (GB/T 2260), with all that is asked of it for each text. */
export class Division implements DivisionNames, Surroundings {
  /** Six digits. */
  readonly code: string;
  readonly name: string;
  readonly key: string;
  readonly short: string;
  /** 1 for a province, 2 for a city, 3 for a county. */
  readonly level: 1 | 2 | 3;
  readonly province: Division | undefined;
  readonly city: Division | undefined;
  /** The place of its `key`, set when the table is built. */
  place: Place | undefined;
  /** The division in use now: itself, or the one that a withdrawn one went to. */
  readonly now: Division;
  /** The code is in use, even where it has gone over to another division. */
  readonly hasCodeInUse: boolean;
  /** One of the four municipalities or a place in it. */
  readonly isOfMunicipality: boolean;
  /** 南山区 */
  readonly isDistrict: boolean;
  /** 深圳市, 昆山市 */
  readonly isCalledCity: boolean;
  /** The codes of the divisions in it, as numbers; the first one is its own. */
  readonly first: number;
  readonly last: number;
  #fullName: string | undefined;
  #placeName: string | undefined;

  constructor(code: string, names: DivisionNames, around: Surroundings, now?: Division) {
    const number = Number(code);
    this.code = code;
    this.name = names.name;
    this.key = names.key;
    this.short = names.short;
    this.level = number % 10000 === 0 ? 1 : number % 100 === 0 ? 2 : 3;
    this.province = around.province;
    this.city = around.city;
    this.place = undefined;
    this.now = now ?? this;
    this.hasCodeInUse = this.now.code === code;
    this.isOfMunicipality = municipalities.has(Math.floor(number / 10000));
    this.isDistrict = names.name.endsWith("区");
    this.isCalledCity = names.name.endsWith("市");
    this.first = number;
    this.last = number + (this.level === 1 ? 9999 : this.level === 2 ? 99 : 0);
  }

  /** The names of its levels: `"广东省深圳市南山区"`, `"湖北省仙桃市"` */
  get fullName(): string {
    this.#fullName ??= (this.province?.name ?? "") + (this.city?.name ?? "") + this.name;
    return this.#fullName;
  }

  /**
   * A short name that tells the place from its namesakes: districts and counties carry their city.
   * `"深圳"`, `"深圳南山"`, but `"昆山"` for 昆山市
   */
  get placeName(): string {
    const isAlone = this.level < 3 || this.isCalledCity;
    this.#placeName ??= isAlone
      ? this.short
      : ((this.city ?? this.province)?.short ?? "") + this.short;
    return this.#placeName;
  }
}

/** Whether `lower` lies in `upper` or is the same; counties such as 429004 hang under the province. */
export function isWithin(lower: Division, upper: Division): boolean {
  return holds(upper, lower) || (upper.now !== upper && holds(upper.now, lower));
}

/** By the code of then or by that of today. */
function holds({ first, last }: Division, { first: code, now }: Division): boolean {
  return (code >= first && code <= last) || (now.first >= first && now.first <= last);
}

/** The same, and of a higher level. */
export function isBelow(lower: Division, upper: Division): boolean {
  return lower.level > upper.level && isWithin(lower, upper);
}

/** Nothing lies in a county. */
export function areCounties(divisions: readonly Division[]): boolean {
  for (const { level } of divisions) if (level < 3) return false;
  return true;
}
