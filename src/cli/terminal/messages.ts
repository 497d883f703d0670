import type { Language } from "../../errors.ts";
import { enMessages } from "./messages/en.ts";
import { zhMessages } from "./messages/zh.ts";

export type MessageKey = keyof typeof enMessages;

const catalogue: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = {
  en: enMessages,
  zh: zhMessages,
};

/** `say("en", "moreRows", { count: "7" })` -> `... 7 more` */
export function say(
  language: Language,
  key: MessageKey,
  values: Readonly<Record<string, string>> = {},
): string {
  return catalogue[language][key].replaceAll(
    /\{(\w+)\}/g,
    (whole, name: string) => values[name] ?? whole,
  );
}

/** `count("en", 1204, "row")` -> `1,204 rows`; Chinese has no plural. */
export function count(language: Language, amount: number, key: MessageKey): string {
  const [one = "", many = one] = say(language, key).split("|");
  return `${amount.toLocaleString("en-US")} ${amount === 1 ? one : many}`;
}
