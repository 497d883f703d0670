import { createHash } from "node:crypto";
import type { EntityName } from "../../src/model/entity.ts";
import type { GoldenRecord, GoldenValue } from "../../src/model/golden.ts";
import { Random } from "../generator/random.ts";
import {
  brandHeads,
  brandTails,
  cities,
  forms,
  givenNames,
  industries,
  surnames,
} from "../generator/words.ts";

/** Invented golden records: `count` customers and as many contacts, and two hundred colleagues. */
export interface GoldenWorld {
  readonly count: number;
  /** Records before this number have other values than in edition 1. */
  readonly changedBefore: number;
}

const userCount = 200;

const idOf = (entity: EntityName, number: number): string =>
  `g-${createHash("sha256").update(`${entity} ${number}`).digest("hex").slice(0, 12)}`;

/** The golden records of one entity, by id as the workspace keeps them. */
export function* goldenRecords(
  entity: EntityName,
  { count, changedBefore }: GoldenWorld,
): Generator<GoldenRecord> {
  const amount = entity === "user" ? userCount : count;
  const make = makers[entity];
  if (make === undefined) return;
  for (let number = 0; number < amount; number += 1) {
    const random = new Random(number * 8 + entity.length);
    const values = make(number, random, number < changedBefore);
    const members = [`crm:${entity}-${number}`];
    if (random.chance(30)) members.push(`wecom:${entity}-${number}`);
    yield { id: idOf(entity, number), entity, members, reviewPending: false, values };
  }
}

type Values = Readonly<Record<string, GoldenValue>>;
type Maker = (number: number, random: Random, isChanged: boolean) => Values;

const makers: Readonly<Partial<Record<EntityName, Maker>>> = {
  user: (number, random) =>
    valuesOf(`crm:user-${number}`, {
      name: [personOf(random)],
      employee_no: [`E${number}`],
      department: [random.pick(departments)],
    }),
  customer,
  contact,
};

const departments = ["华东大区", "华南大区", "华北大区", "渠道部"];

function customer(number: number, random: Random, isChanged: boolean): Values {
  const city = random.pick(cities);
  const brand = `${random.pick(brandHeads)}${random.pick(brandTails)}`;
  const name = `${city[2]}${brand}${random.pick(industries)}${random.pick(forms)}`;
  return valuesOf(`crm:customer-${number}`, {
    legal_name: [name],
    short_name: [brand],
    uscc: [`91${city[0]}MA${String(number).padStart(8, "0")}`],
    source_code: [`KH${String(number).padStart(7, "0")}`],
    industry: [random.pick(industries)],
    region: [`${city[1]}${city[2]}${city[3]}`],
    address: [`${city[2]}${city[3]}科技路${random.below(900)}号`],
    phones: [`+86${city[4].slice(1)}${random.digits(8)}`, `+86139${random.digits(8)}`],
    level: [isChanged ? "A" : random.pick(["B", "C", "D"])],
    status: ["active"],
    annual_purchase: [`${random.below(9_000_000)}.00 CNY`],
    owner: [idOf("user", (isChanged ? number + 1 : number) % userCount)],
    department: [random.pick(departments)],
    last_activity_at: [isChanged ? "2026-11-01" : "2026-05-05"],
  });
}

function contact(number: number, random: Random, isChanged: boolean): Values {
  return valuesOf(`crm:contact-${number}`, {
    customer: [idOf("customer", number)],
    name: [personOf(random)],
    title: [isChanged ? "采购总监" : random.pick(["采购经理", "工程师", "总经理"])],
    decision_role: [random.pick(["decision_maker", "purchaser", "technical"])],
    mobiles: [`+86138${random.digits(8)}`],
    emails: [`p${number}@c${number}.example`],
    wechat_id: [`wx_${number}`],
    owners: [idOf("user", number % userCount)],
    source_updated_at: [isChanged ? "2026-11-02" : "2026-05-06"],
  });
}

function personOf(random: Random): string {
  return `${random.pick(surnames)}${random.pick(givenNames)}`;
}

function valuesOf(record: string, items: Readonly<Record<string, readonly string[]>>): Values {
  const provenance = [{ record, rule: "most_recent" }];
  const entries = Object.entries(items).map(([field, each]): [string, GoldenValue] => [
    field,
    { items: each, provenance },
  ]);
  return Object.fromEntries(entries);
}
