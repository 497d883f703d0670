import { pinyin } from "pinyin-pro";
import type { Random } from "../generator/random.ts";
import { traditional } from "../generator/words.ts";
import { registeredName, type Company, type NameParts } from "./company.ts";
import { anyLetter, homophoneOf, lookalikeFor, replaceAt } from "./letter-noise.ts";
import type { NameNoise } from "./noise-rates.ts";

/** A name on its way into a cell: parts as long as they are parts, and the text once it is none. */
export interface NameInCell {
  readonly parts: NameParts;
  readonly text: string;
}

type Distort = (random: Random, name: NameInCell, company: Company) => NameInCell | string;

/** Distorts a name in one way; undefined when the name does not allow it. */
export function distortName(
  random: Random,
  noise: NameNoise,
  name: NameInCell,
  company: Company,
): NameInCell | undefined {
  const outcome = distortions[noise](random, name, company);
  const distorted = typeof outcome === "string" ? { parts: name.parts, text: outcome } : outcome;
  return distorted.text === name.text || distorted.text.length < 2 ? undefined : distorted;
}

const distortions: Readonly<Record<NameNoise, Distort>> = {
  width: (random, { text }) =>
    random.pick([
      text.replace("（", "(").replace("）", ")"),
      `${text} `,
      `${text.slice(0, 4)} ${text.slice(4)}`,
      `${text}.`,
    ]),
  traditional: (_, { text }) => [...text].map((letter) => traditional[letter] ?? letter).join(""),
  "region-letters": (random, name, company) => regionLetters(random, name, company),
  "region-dropped": (_, { parts }) => withParts(parts, { region: "" }),
  "form-dropped": (_, { parts }) =>
    parts.form.endsWith("公司") ? withParts(parts, { form: "" }) : withParts(parts, {}),
  "form-varied": (random, { parts }) => withParts(parts, { form: otherForm(random, parts.form) }),
  "bracket-moved": (random, { parts }) =>
    withParts(parts, { layout: random.pick(["front", "brand", "form"] as const) }),
  homophone: (random, name) => atLetter(random, name, (letter) => homophoneOf(random, letter)),
  lookalike: (random, name) => atLookalike(random, name),
  "wrong-letter": (random, name) => atLetter(random, name, () => anyLetter(random)),
  "two-wrong": (random, name) => {
    const once = atLetter(random, name, () => anyLetter(random));
    return atLetter(random, { ...name, text: once }, (letter) => homophoneOf(random, letter));
  },
  "letters-dropped": (random, { text }) => {
    const count = 1 + (random.chance(35) ? 1 : 0) + (random.chance(10) ? 1 : 0);
    const at = random.below(Math.max(1, text.length - count));
    return text.slice(0, at) + text.slice(at + count);
  },
  swapped: (random, { text }) => {
    const at = 1 + random.below(Math.max(1, text.length - 3));
    return text.slice(0, at) + (text[at + 1] ?? "") + (text[at] ?? "") + text.slice(at + 2);
  },
  "letters-added": (random, name) => lettersAdded(random, name),
  "tail-typo": (random, { text }) =>
    text.replace("有限", random.pick(["有", "限", "限有", "有有限"])),
  note: (random, { text }) => {
    const word = random.pick([
      "已停用",
      "老客户",
      "已转出",
      "重复",
      "新",
      "待核实",
      "勿用",
      "意向",
    ]);
    return random.pick([
      `${text}（${word}）`,
      `${text}-${word}`,
      `${text} (${word})`,
      `【${word}】${text}`,
    ]);
  },
  "short-name": (random, { parts }) => {
    const { field, activity } = parts;
    const bare = { form: "", layout: "front" } as const;
    return random.pick([
      withParts(parts, { ...bare, region: "" }),
      withParts(parts, { ...bare, activity: field === "" ? activity : "" }),
      withParts(parts, { ...bare, region: "", activity: field === "" ? activity : "" }),
      withParts(parts, { ...bare, region: "", field: activity === "" ? field : "" }),
    ]);
  },
  "brand-only": (random, { parts }) => {
    const bare = { field: "", activity: "", form: "", layout: "front" } as const;
    return random.chance(50)
      ? withParts(parts, { ...bare, region: "" })
      : withParts(parts, { ...bare, region: parts.region.replace(/市$/, "") });
  },
  abbreviation: (random, { parts }) => {
    const place = parts.region.slice(0, 1);
    const trade =
      parts.field.slice(0, 1) + (parts.activity === "" ? "" : parts.activity.slice(0, 1));
    return random.pick([parts.brand, place + parts.brand.slice(0, 2)]) + trade;
  },
  pinyin: (random, { parts }) => {
    const spell = (text: string): string =>
      pinyin(text, { toneType: "none", type: "array" }).join("");
    const tail = random.pick(["Co., Ltd.", "Co.,Ltd", "Company Limited", "Co. Ltd"]);
    const trade = random.pick(["Trading", "Technology", "Machinery", "Electronics", ""]);
    const words = [spell(parts.region), spell(parts.brand), trade, tail].filter(
      (word) => word !== "",
    );
    return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(" ");
  },
};

function withParts(parts: NameParts, changed: Partial<NameParts>): NameInCell {
  const next = { ...parts, ...changed };
  return { parts: next, text: registeredName(next) };
}

function regionLetters(
  random: Random,
  { parts }: NameInCell,
  { place }: Company,
): NameInCell | string {
  const bare = parts.region.replace(/市$/, "");
  const isCity = bare === place.short;
  const options = [isCity ? place.city : bare, bare];
  if (isCity && place.province !== "") {
    options.push(place.province + place.city, place.province.slice(0, -1) + bare);
  }
  return parts.region === ""
    ? withParts(parts, {})
    : withParts(parts, { region: random.pick(options) });
}

function otherForm(random: Random, form: string): string {
  if (/集团/.test(form)) return random.pick(["集团", "集团公司"]);
  if (/股份/.test(form)) return random.pick(["股份公司", "有限公司", "股份有限责任公司"]);
  if (form === "有限公司") return random.pick(["有限责任公司", "公司", "有限公司."]);
  return form === "有限责任公司" ? random.pick(["有限公司", "公司"]) : form;
}

/** Changes one letter: of the brand two times in three. */
function atLetter(
  random: Random,
  { parts, text }: NameInCell,
  change: (letter: string) => string,
): string {
  const start = text.indexOf(parts.brand);
  const inBrand = start >= 0 && random.chance(67);
  const at = inBrand ? start + random.below(parts.brand.length) : random.below(text.length);
  return replaceAt(text, at, change([...text][at] ?? ""));
}

function atLookalike(random: Random, { text }: NameInCell): string {
  const places = [...text].flatMap((letter, at) => (lookalikeFor(letter) === "" ? [] : [at]));
  if (places.length === 0) return text;
  const at = random.pick(places);
  return replaceAt(text, at, lookalikeFor([...text][at] ?? ""));
}

function lettersAdded(random: Random, { parts, text }: NameInCell): string {
  const at = 1 + random.below(text.length - 1);
  const doubled = text.slice(0, at) + (text[at - 1] ?? "") + text.slice(at);
  const { brand, field } = parts;
  return random.pick([
    doubled,
    text.replace("有限公司", "有有限公司"),
    text.replace(brand, `${brand}${random.pick(["新", "国际", "实业", "集团"])}`),
    field === ""
      ? doubled
      : text.replace(field, `${field}${random.pick(["技术", "设备", "工程"])}`),
    `${text}${random.pick(["（工业园）", "（开发区）", "及下属子企业", "（生产基地）"])}`,
  ]);
}
