/** Words and signs of currencies, the longer before the shorter (ISO 4217). */
const currencies: readonly (readonly [RegExp, string])[] = [
  [/HK\$|HKD|港币|港元/i, "HKD"],
  [/NT\$|TWD|新台币|台币/i, "TWD"],
  [/US\$|USD|美元|美金/i, "USD"],
  [/EUR|€|欧元/i, "EUR"],
  [/JPY|日元|円/i, "JPY"],
  [/GBP|£|英镑/i, "GBP"],
  [/SGD|新加坡元|新币/i, "SGD"],
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
