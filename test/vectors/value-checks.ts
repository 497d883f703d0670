import { amount } from "../../src/normalize/amount/amount.ts";
import { chineseNumber } from "../../src/normalize/amount/chinese-number.ts";
import { date } from "../../src/normalize/date/date.ts";
import { codesOf, normalized, readJson, type VectorCheck } from "./vector-check.ts";

interface DateRow {
  readonly input: string;
  readonly expect: string | null;
}

const dateCodes: Readonly<Record<string, string>> = {
  ambiguous: "N802",
  placeholder: "N804",
  "open-ended": "N806",
};

const dates: VectorCheck = {
  file: "dates.json",
  what: "ISO text, or why there is none",
  rows: () =>
    readJson<readonly DateRow[]>("dates.json").map(({ input, expect: expected }) => {
      const result = normalized(date, input);
      if (expected === null) {
        return {
          input,
          expected: "none",
          got: result.items.length === 0 ? "none" : result.display,
        };
      }
      const code = dateCodes[expected];
      return code === undefined
        ? { input, expected: expected.replace("range ", ""), got: result.display }
        : { input, expected: code, got: codesOf(result) };
    }),
};

interface JioDateRow {
  readonly input: string;
  readonly absolute: boolean;
  readonly expect: { readonly time: readonly string[] };
}

/** The first moment that an ISO text of any precision means: `"2023"` -> "2023-01-01 00:00:00" */
function firstMoment(iso: string): string {
  const [day = "", time = ""] = iso.split("T");
  const [year, month = "01", date = "01"] = day.split("-");
  const [hour = "00", minute = "00", second = "00"] = time === "" ? [] : time.split(":");
  return `${year}-${month}-${date} ${hour}:${minute}:${second}`;
}

const jioDates: VectorCheck = {
  file: "dates_jionlp.json",
  what: "rows marked absolute: the first moment",
  rows: () =>
    readJson<readonly JioDateRow[]>("dates_jionlp.json")
      .filter(({ absolute }) => absolute)
      .map(({ input, expect: { time } }) => {
        const result = normalized(date, input);
        const [first] = result.items;
        const got = first === undefined ? codesOf(result) : firstMoment(first.display);
        return { input, expected: time[0] ?? "", got };
      }),
};

interface AmountRow {
  readonly input: string;
  readonly expect: number | (number | null)[] | null;
  readonly currency: string;
}

/** Lower end in minor units with its currency. */
function readMinor(input: string): string {
  const result = normalized(amount, input);
  const [parsed] = result.items.map((item) => item.parsed);
  return parsed?.kind === "amount" ? `${parsed.minor} ${parsed.currency}` : "none";
}

const amounts: VectorCheck = {
  file: "amounts.json",
  what: "minor units and currency",
  rows: () =>
    readJson<readonly AmountRow[]>("amounts.json").map(({ input, expect: value, currency }) => {
      const low = Array.isArray(value) ? (value[0] ?? null) : value;
      const expected =
        low === null ? "none" : `${Math.round(low * 100)} ${currency.replace("?", "")}`;
      return { input, expected, got: readMinor(input) };
    }),
};

const currencies: Readonly<Record<string, string>> = {
  元: "CNY",
  人民币: "CNY",
  港元: "HKD",
  港币: "HKD",
  美元: "USD",
  日元: "JPY",
  欧元: "EUR",
  英镑: "GBP",
  新台币: "TWD",
  澳元: "AUD",
  泰铢: "THB",
  韩元: "KRW",
  卢布: "RUB",
  加元: "CAD",
  新加坡元: "SGD",
};

interface MoneyRow {
  readonly input: string;
  readonly expect: { readonly num: string | readonly string[]; readonly case: string };
}

const money: VectorCheck = {
  file: "money_jionlp.json",
  what: "lower end in minor units and currency",
  rows: () =>
    readJson<readonly MoneyRow[]>("money_jionlp.json").map(
      ({ input, expect: { num, case: name } }) => {
        const low = typeof num === "string" ? num : (num[0] ?? "");
        const minor = low.replace(".", "").replace(/^0+(?=\d)/, "");
        return { input, expected: `${minor} ${currencies[name] ?? name}`, got: readMinor(input) };
      },
    ),
};

const numerals: VectorCheck = {
  file: "numerals_cn2an.json",
  what: "whole numbers in Chinese letters (strict and normal tables)",
  rows: () => {
    const { cn2an } = readJson<{ cn2an: Record<string, readonly (readonly [string, number])[]> }>(
      "numerals_cn2an.json",
    );
    const pairs = ["strict_data_dict", "normal_data_dict"].flatMap((name) => cn2an[name] ?? []);
    const whole = pairs.filter(([text]) => !/[负点元圆角分]/.test(text));
    return whole.map(([input, value]) => ({
      input,
      expected: String(value),
      got: String(chineseNumber(input) ?? "none"),
    }));
  },
};

export const valueChecks: readonly VectorCheck[] = [dates, jioDates, amounts, money, numerals];
