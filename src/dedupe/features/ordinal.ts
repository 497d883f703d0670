const numerals = "零一二三四五六七八九十";
// 第一, 二店, 三期, 4号店, 五厂, 六分店: what tells siblings of one brand apart.
const ordinalPattern =
  /第([一二三四五六七八九十\d]{1,3})|([一二三四五六七八九十\d]{1,3})(?:号店|分店|店|期|厂|分厂|车间|分校|中队|大队)/u;

/**
 * The number by which a name tells itself from its siblings, "" when it has none.
 * `ordinalOf("城东第二小学")` -> "2", `ordinalOf("宏远火锅3店")` -> "3"
 */
export function ordinalOf(name: string): string {
  const match = ordinalPattern.exec(name);
  const text = match?.[1] ?? match?.[2] ?? "";
  return text === "" ? "" : String(readNumeral(text));
}

// 蓝鲸一水泥厂; but 天一 and 三一 are brands.
const brandOrdinal = /^[^一二三四五六七八九十]{2,}([一二三四五六七八九十])$/u;

/**
 * The same where the number stands between brand and trade of a plant or school:
 * `ordinalOfBrand("蓝鲸二", "南昌蓝鲸二水泥厂")` -> "2", `ordinalOfBrand("天一", "天一水泥厂")` -> ""
 */
export function ordinalOfBrand(brand: string, name: string): string {
  if (!numerals.includes(brand.slice(-1)) || !/[厂矿校院]$/.test(name)) return "";
  const [, numeral = ""] = brandOrdinal.exec(brand) ?? [];
  return numeral === "" ? "" : String(readNumeral(numeral));
}

function readNumeral(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, units] = text.split("十");
  if (units === undefined) return numerals.indexOf(text.slice(-1));
  const ten = tens === "" ? 1 : numerals.indexOf(tens ?? "");
  return ten * 10 + (units === "" ? 0 : numerals.indexOf(units));
}
