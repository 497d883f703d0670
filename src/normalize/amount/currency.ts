/** Words and signs of currencies, the longer before the shorter (ISO 4217). */
const currencies: readonly (readonly [RegExp, string])[] = [
  [/HK\$|HKD|港币|港元/i, "HKD"],
  [/NT\$|TWD|新台币|台币/i, "TWD"],
  [/US\$|USD|美元|美金/i, "USD"],
  [/EUR|€|欧元/i, "EUR"],
  [/JPY|日元|日币|日圆|円/i, "JPY"],
  [/AUD|A\$|澳元|澳币/i, "AUD"],
  [/CAD|C\$|加元|加币/i, "CAD"],
  [/CHF|瑞士法郎|瑞郎/i, "CHF"],
  [/KRW|₩|韩元|韩币/i, "KRW"],
  [/THB|฿|泰铢/i, "THB"],
  [/RUB|₽|卢布/i, "RUB"],
  [/MOP\$?|澳门[元币]|葡币/i, "MOP"],
  [/MYR|RM(?=\d)|马币|林吉特|令吉/i, "MYR"],
  [/INR|₹|印度?卢比/i, "INR"],
  [/VND|₫|越南盾/i, "VND"],
  [/IDR|印尼盾/i, "IDR"],
  [/NZD|NZ\$|新西兰元|纽币/i, "NZD"],
  [/AED|迪拉姆/i, "AED"],
  [/GBP|£|英镑/i, "GBP"],
  [/SGD|S\$|新加坡元|新币/i, "SGD"],
  [/RMB|CNY|人民币|¥/i, "CNY"],
];

export interface CurrencyReading {
  readonly currency: string;
  /** The text without the word. */
  readonly rest: string;
  /** "$" alone: taken for US dollars. */
  readonly isAssumed: boolean;
}

/** `"USD10k"` -> USD and "10k"; nothing is said -> CNY */
export function readCurrency(text: string): CurrencyReading {
  for (const [word, currency] of currencies) {
    if (word.test(text)) return { currency, rest: text.replace(word, ""), isAssumed: false };
  }
  const rest = text.replace("$", "");
  return { currency: rest === text ? "CNY" : "USD", rest, isAssumed: rest !== text };
}
