import type { CardProperty } from "./card-lines.ts";
import { partsOf, textOf, unescape } from "./card-text.ts";

/** What a card becomes; the profile `vcard-contacts` knows these headings. */
export const cardColumns: readonly string[] = [
  "姓名",
  "昵称",
  "单位",
  "部门",
  "职务",
  "手机",
  "电话",
  "传真",
  "邮箱",
  "地址",
  "网址",
  "分组",
  "微信号",
  "备注名",
  "QQ",
  "备注",
  "UID",
];

type Reader = (card: Card) => string;

interface Card {
  readonly properties: readonly CardProperty[];
  /** Encoding of the file, for values that name none. */
  readonly encoding: string;
}

const all = ({ properties, encoding }: Card, name: string): string[] =>
  properties
    .filter((each) => each.name === name)
    .map((each) => unescape(textOf(each, encoding)).trim())
    .filter((text) => text !== "");
const joined =
  (name: string): Reader =>
  (card) =>
    [...new Set(all(card, name))].join("; ");
const organisation = ({ properties, encoding }: Card, at: number): string => {
  const property = properties.find(({ name }) => name === "ORG");
  return property === undefined ? "" : (partsOf(textOf(property, encoding))[at] ?? "");
};

const readers: Readonly<Record<string, Reader>> = {
  姓名: (card) => (isWechat(card) ? "" : nameOf(card)),
  昵称: joined("NICKNAME"),
  单位: (card) => organisation(card, 0),
  部门: (card) => organisation(card, 1),
  职务: joined("TITLE"),
  手机: (card) => phones(card, (types) => types.includes("CELL") && !types.includes("FAX")),
  电话: (card) => phones(card, (types) => !types.includes("CELL") && !types.includes("FAX")),
  传真: (card) => phones(card, (types) => types.includes("FAX")),
  邮箱: joined("EMAIL"),
  地址: addressOf,
  网址: joined("URL"),
  分组: joined("CATEGORIES"),
  微信号: joined("X-WECHAT-ID"),
  备注名: (card) => (isWechat(card) ? nameOf(card) : ""),
  QQ: joined("X-QQ"),
  备注: joined("NOTE"),
  UID: joined("UID"),
};

/** The cells of a card under `cardColumns`; several values of one kind are joined by `; `. */
export function contactRow(properties: readonly CardProperty[], encoding: string): string[] {
  const card = { properties, encoding };
  return cardColumns.map((column) => readers[column]?.(card) ?? "");
}

/** Which properties of a card no column is made from: `BDAY`, `X-PHONETIC-FIRST-NAME` ... */
export function unreadOf(properties: readonly CardProperty[]): string[] {
  return properties.map(({ name }) => name).filter((name) => !readNames.has(name));
}

const readNames = new Set(
  "VERSION PRODID REV N FN NICKNAME ORG TITLE TEL EMAIL ADR LABEL URL CATEGORIES X-WECHAT-ID X-QQ NOTE UID X-ABLABEL".split(
    " ",
  ),
);

/** A card that WeFlow wrote: its name is what the salesman calls the person. */
function isWechat(card: Card): boolean {
  return all(card, "X-WECHAT-ID").length > 0;
}

/** The formatted name, else surname and given name; the whole name often stands in one of the two. */
function nameOf(card: Card): string {
  const [formatted] = all(card, "FN");
  if (formatted !== undefined) return formatted;
  const property = card.properties.find(({ name }) => name === "N");
  if (property === undefined) return "";
  const [family = "", given = "", middle = ""] = partsOf(textOf(property, card.encoding));
  const isHan = /\p{Script=Han}/u.test(family + given);
  const parts = isHan ? [family, middle, given] : [given, middle, family];
  return parts.filter((part) => part !== "").join(isHan ? "" : " ");
}

function phones(card: Card, isWanted: (types: readonly string[]) => boolean): string {
  const wanted = card.properties.filter(({ name, types }) => name === "TEL" && isWanted(types));
  const numbers = wanted.map((each) => textOf(each, card.encoding).replace(/^tel:/i, "").trim());
  return [...new Set(numbers)].filter((number) => number !== "").join("; ");
}

/** Post office box, flat, street, city, province, code, country: as one writes them in China. */
function addressOf({ properties, encoding }: Card): string {
  const addresses = properties
    .filter(({ name }) => name === "ADR")
    .map((each) => {
      const [, flat = "", street = "", city = "", province = ""] = partsOf(textOf(each, encoding));
      const isHan = /\p{Script=Han}/u.test(street + city + province);
      const parts = isHan ? [province, city, street, flat] : [flat, street, city, province];
      return parts.filter((part) => part !== "").join(isHan ? "" : ", ");
    });
  return [...new Set(addresses)].filter((address) => address !== "").join("; ");
}
