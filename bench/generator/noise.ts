import type { Random } from "./random.ts";
import { homophones, traditional } from "./words.ts";
import type { Customer } from "./world.ts";

/** Ways people write one company; `[percent, what it does]`, tried in order, the first hit stays. */
const nameNoise: readonly (readonly [number, (random: Random, customer: Customer) => string])[] = [
  [
    7,
    (_, { city, brand, industry, form, branch }) =>
      `${brand}(${city[5]})${industry}${form}${branch}`,
  ],
  [
    6,
    (_, { city, brand, industry, form, branch }) =>
      `${brand}${industry}（${city[5]}）${form}${branch}`,
  ],
  [6, (random, { legalName }) => spaced(random, legalName)],
  [
    5,
    (_, { legalName, branch }) =>
      branch === "" ? legalName.replace(/(股份)?有限(责任)?公司$/, "公司") : legalName,
  ],
  [
    4,
    (_, { legalName, branch }) =>
      branch === "" ? legalName.replace(/(股份)?有限(责任)?公司$/, "") : legalName,
  ],
  [4, (_, { brand, industry, form, branch }) => `${brand}${industry}${form}${branch}`],
  [
    4,
    (_, { city, brand, industry, form, branch }) =>
      `${city[1]}${city[1] === city[2] ? "" : city[2]}${brand}${industry}${form}${branch}`,
  ],
  [3, (_, { legalName }) => [...legalName].map((letter) => traditional[letter] ?? letter).join("")],
  [3, (_, customer) => mistyped(customer)],
  [
    3,
    (random, { legalName }) =>
      legalName + random.pick(["-已转出", "（已停用）", " 。", "(老客户)"]),
  ],
  [2, (_, { legalName }) => legalName.replace("有限公司", "有限司公")],
];

function spaced(random: Random, name: string): string {
  const at = 2 + random.below(Math.max(1, name.length - 4));
  return `${name.slice(0, at)}${random.pick([" ", "　", "  "])}${name.slice(at)}${random.pick(["", " ", "　"])}`;
}

function mistyped(customer: Customer): string {
  const [head = ""] = customer.brand;
  return customer.legalName.replace(head, homophones[head] ?? head);
}

/** `深圳华宸精密机械有限公司` -> one of the ways people write it; half of the time as it is. */
export function dirtyName(random: Random, customer: Customer): string {
  for (const [percent, write] of nameNoise) {
    if (random.chance(percent)) return write(random, customer);
  }
  return customer.legalName;
}

/** `13800138001` -> one of the ways a mobile number stands in a cell. */
export function dirtyMobile(random: Random, mobile: string): string {
  const parts = [mobile.slice(0, 3), mobile.slice(3, 7), mobile.slice(7)];
  return random.pick([
    mobile,
    mobile,
    mobile,
    parts.join("-"),
    parts.join(" "),
    `+86 ${mobile}`,
    `0086-${mobile}`,
    `${mobile}.0`,
    fullWidth(mobile),
  ]);
}

/** `2026-03-05` -> one of the ways people write a day. */
export function dirtyDate(random: Random, date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  const short = `${Number(month)}/${Number(day)}`;
  return random.pick([
    date,
    date,
    `${year}/${short}`,
    `${year}年${Number(month)}月${Number(day)}日`,
    `${year}.${month}.${day}`,
    `${year}${month}${day}`,
  ]);
}

function fullWidth(text: string): string {
  return [...text]
    .map((letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0))
    .join("");
}

/** A missing value as people write it. */
export function blank(random: Random): string {
  return random.pick(["", "", "", "-", "无", "/", "暂无"]);
}
