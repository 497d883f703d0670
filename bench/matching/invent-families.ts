import type { Random } from "../generator/random.ts";
import type { Company, Kinship } from "./company.ts";
import { inventCompany, inventLandline, inventTrade, settle } from "./invent-company.ts";
import { choosePlace, type Place } from "./places.ts";

/**
 * Families in a thousand, by kinship, and the most kin beside the first one. Branches come to 26 of
 * 1,000 companies, as in the registry (98,614 names of 2019); the rest is the share of groups,
 * chains and owners of two businesses that customer lists have, roughly.
 */
export const familyRates: readonly (readonly [Kinship, number, number])[] = [
  ["other-city", 12, 4],
  ["other-trade", 12, 2],
  ["group", 4, 1],
  ["branch", 10, 4],
  ["store", 4, 3],
  ["sole-trader", 4, 1],
  ["same-owner", 10, 1],
];

/**
 * The next companies of the world: one alone, or a family of those that look alike and are not the
 * same. Numbers go up from `id`.
 */
export function inventFamily(random: Random, id: number): Company[] {
  const first = inventCompany(random, id);
  let point = random.below(1000);
  for (const [kinship, rate, most] of familyRates) {
    if (point < rate) return kinOf(random, first, kinship, most);
    point -= rate;
  }
  return [first];
}

function kinOf(random: Random, single: Company, kinship: Kinship, most: number): Company[] {
  const first = { ...single, kinship };
  if (kinship === "group") return [first, ...groupOf(random, first)];
  const count = 1 + random.below(most);
  const kin = Array.from({ length: count }, (_, at) =>
    inventKin[kinship](random, first, first.id + 1 + at),
  );
  const numbered = kinship === "store" ? [numberedStore(first, 1), ...kin] : [first, ...kin];
  return numbered.filter(({ name }, at) =>
    numbered.slice(0, at).every((other) => JSON.stringify(other.name) !== JSON.stringify(name)),
  );
}

type InventKin = (random: Random, first: Company, id: number) => Company;

const inventKin: Readonly<Record<Kinship, InventKin>> = {
  "other-city": (random, first, id) => {
    const place = elsewhere(random, first.place);
    const name = { ...first.name, region: place.short, layout: first.name.layout };
    return sharing(random, first, settle(random, { ...core(first, id), name, place }));
  },
  "other-trade": (random, first, id) => {
    const name = { ...first.name, ...inventTrade(random), form: "有限公司" };
    const kin = settle(random, { ...core(first, id), name, place: first.place });
    const { countyName, road, door } = first;
    const neighbour = random.chance(60) ? { ...kin, countyName, road, door } : kin;
    return sharing(random, first, neighbour);
  },
  group: (_random, first) => first,
  branch: (random, first, id) => {
    const place = elsewhere(random, first.place);
    const branch = `${place.short}${random.pick(["分公司", "分公司", "分公司", "办事处", "营业部"])}`;
    const name = { ...first.name, branch };
    return sharing(random, first, settle(random, { ...core(first, id), name, place }));
  },
  store: (random, first, id) => {
    const kin = settle(random, { ...core(first, id), name: first.name, place: first.place });
    return numberedStore(sharing(random, first, kin), id - first.id + 1);
  },
  "sole-trader": (random, first, id) => {
    const name = {
      ...first.name,
      field: "",
      activity: "",
      form: random.pick(["商行", "经营部", "门市部"]),
    };
    return settle(random, { ...core(first, id), name, place: first.place });
  },
  "same-owner": (random, first, id) => {
    const other = inventCompany(random, id);
    return { ...other, ...core(first, id), place: other.place, people: first.people };
  },
};

function core(
  { family, kinship, place }: Company,
  id: number,
): Pick<Company, "id" | "family" | "kinship" | "place"> {
  return { id, family, kinship, place };
}

/** Kin often share the hotline, the domain or a colleague. */
function sharing(random: Random, first: Company, kin: Company): Company {
  const domain = random.chance(50) ? first.domain : kin.domain;
  const landline = random.chance(20) ? first.landline : kin.landline;
  const people = random.chance(12) ? first.people : kin.people;
  return { ...kin, domain, landline, people };
}

/** A group company and one or two members beside the first one. */
function groupOf(random: Random, first: Company): Company[] {
  const name = {
    ...first.name,
    field: "",
    activity: random.pick(["", "", "控股"]),
    form: "集团有限公司",
  };
  const head = settle(random, { ...core(first, first.id + 1), name });
  return [sharing(random, first, head)];
}

const storeNumbers = ["", "一", "二", "三", "四", "五"];

function numberedStore(company: Company, number: number): Company {
  const form = `火锅${storeNumbers[number] ?? String(number)}店`;
  return { ...company, name: { ...company.name, field: "", activity: "", form, layout: "front" } };
}

function elsewhere(random: Random, place: Place): Place {
  for (;;) {
    const other = choosePlace(random);
    if (other.code !== place.code) return other;
  }
}

/** A hotline that many companies print. */
export function inventHotline(random: Random): string {
  return `400${random.digits(7)}`;
}

/** The landline of a bookkeeping agent that hundreds of its clients gave as theirs. */
export function inventAgentPhone(random: Random, place: Place): string {
  return inventLandline(random, place) || inventHotline(random);
}
