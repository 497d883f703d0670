import { inventUscc } from "../generator/world.ts";
import type { Random } from "../generator/random.ts";
import type { Company, NameParts, Person } from "./company.ts";
import {
  activities,
  companyForms,
  fieldsOfBusiness,
  freeMailDomains,
  roadNames,
  shopTails,
} from "./data/words.ts";
import { inventBrand, inventPersonName } from "./invent-brand.ts";
import { choosePlace, type Place } from "./places.ts";
import { weightedChoice } from "./weighted-choice.ts";

const chooseField = weightedChoice(fieldsOfBusiness);
const chooseActivity = weightedChoice(activities);
const chooseForm = weightedChoice(companyForms);
const chooseShop = weightedChoice(shopTails);
const chooseLayout = weightedChoice([
  ["front", 930],
  ["brand", 40],
  ["form", 30],
] as const);
const mobileHeads =
  "130 131 132 133 134 135 136 137 138 139 150 151 152 155 156 157 158 159 166 173 175 176 177 178 180 181 182 183 184 185 186 187 188 189 191 195 198 199".split(
    " ",
  );

/** A company without kin, in a city drawn by its share. */
export function inventCompany(random: Random, id: number): Company {
  const place = choosePlace(random);
  return settle(random, { id, name: inventName(random, place), place, family: id, kinship: "" });
}

type Core = Pick<Company, "id" | "name" | "place" | "family" | "kinship">;

/** Gives a company what a name does not say: address, numbers, people. */
export function settle(random: Random, core: Core): Company {
  const { place } = core;
  const county = place.counties.length === 0 ? undefined : random.pick(place.counties);
  const domain = random.chance(55) ? inventDomain(random, core.id) : "";
  const count = 1 + random.below(3);
  return {
    ...core,
    formerBrand: random.chance(1.5) ? inventBrand(random) : "",
    uscc: inventUscc(random, county?.code ?? place.code),
    countyName: county?.name ?? "",
    road: `${random.pick(roadNames)}${random.pick(["路", "路", "路", "大道", "街", "东路", "西路", "南路", "北路"])}`,
    door: 1 + random.below(800),
    room: random.chance(60) ? `${1 + random.below(20)}栋${100 + random.below(1900)}室` : "",
    landline: inventLandline(random, place),
    domain,
    people: Array.from({ length: count }, () => inventPerson(random, domain)),
  };
}

/** A name by the rules of registration: most of companies, one in ten of a shop or firm. */
export function inventName(random: Random, place: Place): NameParts {
  const region = inventRegion(random, place);
  const base = { region, brand: inventBrand(random), branch: "" };
  if (random.chance(10)) {
    return { ...base, field: "", activity: "", form: chooseShop(random), layout: "front" };
  }
  const trade = inventTrade(random);
  return { ...base, ...trade, form: chooseForm(random), layout: chooseLayout(random) };
}

/** Field and activity; never nothing at all. */
export function inventTrade(random: Random): Pick<NameParts, "field" | "activity"> {
  for (;;) {
    const field = chooseField(random);
    const activity = chooseActivity(random);
    if (field + activity !== "" && !activity.includes(field === "" ? "-" : field)) {
      return { field, activity };
    }
  }
}

function inventRegion(random: Random, place: Place): string {
  const county = countyInName(random, place);
  const kind = random.below(100);
  if (kind < 3) return "";
  if (kind < 12 && place.province !== "")
    return place.province.replace(/(省|.{1,3}族自治区|自治区)$/, "");
  if (kind < 20 && county.length >= 2) return county;
  return kind < 55 ? place.city : place.short;
}

/** 昆山 of 昆山市; "" for urban districts and autonomous counties, which stand in names seldom. */
function countyInName(random: Random, { counties }: Place): string {
  if (counties.length === 0) return "";
  const { name } = random.pick(counties);
  return name.endsWith("区") || name.endsWith("自治县") ? "" : name.replace(/[市县]$/, "");
}

export function inventPerson(random: Random, domain: string): Person {
  const letter = (): string => String.fromCharCode(97 + random.below(26));
  const isOwn = domain !== "" && random.chance(60);
  const local = isOwn
    ? letter() + letter() + letter() + letter() + (random.chance(30) ? random.digits(2) : "")
    : random.digits(9);
  return {
    name: inventPersonName(random),
    mobile: random.pick(mobileHeads) + random.digits(8),
    email: `${local}@${isOwn ? domain : random.pick(freeMailDomains)}`,
  };
}

export function inventLandline(random: Random, { areaCode }: Place): string {
  if (areaCode === "") return "";
  const isLong = areaCode.length === 3 || random.chance(30);
  return `${areaCode}-${2 + random.below(7)}${random.digits(isLong ? 7 : 6)}`;
}

function inventDomain(random: Random, id: number): string {
  const letters = Array.from({ length: 2 + random.below(5) }, () =>
    String.fromCharCode(97 + random.below(26)),
  ).join("");
  return `${letters}${id.toString(36)}.${random.pick(["com", "cn", "com.cn", "net"])}`;
}
