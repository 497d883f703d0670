import type { Random } from "./random.ts";
import * as words from "./words.ts";

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly mobile: string;
  readonly email: string;
  readonly wechat: string;
}

/** A true customer: what the dirty rows of all files go back to. */
export interface Customer {
  readonly id: string;
  readonly city: (typeof words.cities)[number];
  readonly brand: string;
  readonly industry: string;
  readonly form: string;
  /** "" or "深圳分公司": a branch is a customer of its own. */
  readonly branch: string;
  /** Id of the customer that it is a branch of, "" for the others. */
  readonly branchOf: string;
  readonly legalName: string;
  readonly uscc: string;
  readonly landline: string;
  readonly address: string;
  readonly domain: string;
  readonly people: readonly Person[];
  readonly owner: (typeof words.owners)[number];
  readonly source: string;
  readonly stage: string;
  readonly level: string;
  readonly annualPurchaseWan: number;
}

const usccLetters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const usccWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const orgWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** A valid code by GB 32100-2015 with the check digit of GB 11714 inside. */
export function inventUscc(random: Random, region: string): string {
  const org = random.digits(8);
  const orgSum = orgWeights.reduce((sum, weight, index) => sum + weight * Number(org[index]), 0);
  const orgCheck = 11 - (orgSum % 11);
  const body = `91${region}${org}${orgCheck === 10 ? "X" : orgCheck % 11}`;
  const sum = usccWeights.reduce(
    (total, weight, index) => total + weight * usccLetters.indexOf(body[index] ?? "0"),
    0,
  );
  return body + (usccLetters[(31 - (sum % 31)) % 31] ?? "0");
}

function inventPerson(random: Random, id: string, domain: string): Person {
  const given =
    random.pick(words.givenNames) + (random.chance(70) ? random.pick(words.givenNames) : "");
  const name = random.pick(words.surnames) + given;
  const mobile = random.pick(["138", "139", "136", "158", "186", "177", "150"]) + random.digits(8);
  const local = `${String.fromCharCode(97 + random.below(26))}${String.fromCharCode(97 + random.below(26))}${random.digits(3)}`;
  const email = random.chance(60) ? `${local}@${domain}` : `${random.digits(9)}@qq.com`;
  return {
    id,
    name,
    title: random.pick(words.titles),
    mobile,
    email,
    wechat: `wxid_${id}${random.digits(6)}`,
  };
}

function inventBrand(random: Random, taken: Set<string>): string {
  for (;;) {
    const third = random.chance(25) ? random.pick(words.brandTails) : "";
    const brand = random.pick(words.brandHeads) + random.pick(words.brandTails) + third;
    // Some brands stand for several companies: the hard case is same brand, other city or trade.
    if (!taken.has(brand) || random.chance(12)) {
      taken.add(brand);
      return brand;
    }
  }
}

function inventCustomer(random: Random, index: number, taken: Set<string>): Customer {
  const city = random.pick(words.cities);
  const brand = inventBrand(random, taken);
  const industry = random.pick(words.industries);
  const form = random.pick(words.forms);
  return complete(random, {
    id: `c${index}`,
    city,
    brand,
    industry,
    form,
    branch: "",
    branchOf: "",
  });
}

type Core = Pick<Customer, "id" | "city" | "brand" | "industry" | "form" | "branch" | "branchOf">;

function complete(random: Random, core: Core): Customer {
  const [code, province, cityName, county, area, short] = core.city;
  const domain = `${core.id}-${String.fromCharCode(97 + random.below(26))}${random.digits(2)}.example`;
  const count = 1 + random.below(3);
  const place = province === cityName ? cityName : province + cityName;
  return {
    ...core,
    legalName: `${short}${core.brand}${core.industry}${core.form}${core.branch}`,
    uscc: inventUscc(random, code),
    landline: `${area}-${2 + random.below(7)}${random.digits(area.length === 3 ? 7 : 6)}`,
    address: `${place}${county}${random.pick(words.roads)}${1 + random.below(300)}号`,
    domain,
    people: Array.from({ length: count }, (_, i) =>
      inventPerson(random, `${core.id}p${i}`, domain),
    ),
    owner: random.pick(words.owners),
    source: random.pick(words.sources),
    stage: random.pick(words.stages),
    level: random.pick(words.levels),
    annualPurchaseWan: 5 + random.below(500),
  };
}

/** `count` true customers; one in 25 is a branch of the one before it, in another city. */
export function inventWorld(random: Random, count: number): Customer[] {
  const taken = new Set<string>();
  const world: Customer[] = [];
  while (world.length < count) {
    const parent = inventCustomer(random, world.length, taken);
    world.push(parent);
    if (world.length < count && random.chance(4)) {
      const city = random.pick(words.cities);
      const place = { branch: `${city[5]}分公司`, branchOf: parent.id };
      const core = { ...parent, ...place, id: `c${world.length}` };
      world.push({ ...complete(random, core), domain: parent.domain, city });
    }
  }
  return world;
}
