import type { EntityName } from "../model/entity.ts";
import type { LevelWeight, MatchModel } from "./match-model.ts";

function bits(milliBits: number): LevelWeight {
  return { milliBits, perRarityBit: 0, leastRarityBits: 0 };
}

/** A full bit of weight for each bit of rarity, as log2(1 / frequency) says, plus a correction. */
function rare(milliBits: number, leastRarityBits = 0): LevelWeight {
  return { milliBits, perRarityBit: 1000, leastRarityBits };
}

const custom: MatchModel["custom"] = {
  exact: { equal: rare(-500), differ: bits(-2500) },
  text: { equal: rare(-500, 3), near: rare(-2000, 3), differ: bits(-2500) },
  name: { equal: rare(-500, 4), near: rare(-2000, 4), differ: bits(-3000) },
  date: { equal: rare(-500, 6), near: rare(-2500, 6), differ: bits(-3500) },
  number: { equal: rare(-500), near: rare(-3000), differ: bits(-2500) },
};

const cluster: MatchModel["cluster"] = { unseenPerMille: 100, mergePerMille: 350 };

/**
 * For companies with Chinese names. Weights follow the share of equal and unequal values among
 * true pairs; a full name does not count its trade twice, so `industry` adds little beside it.
 */
const customerModel: MatchModel = {
  version: 1,
  name: "zh-CN customer 1",
  prior: { milliBits: 0, perDoubling: 1000 },
  thresholds: { match: 3000, possible: -500 },
  comparisons: {
    name: {
      equal: rare(2500),
      alias: rare(3500),
      brand: rare(500),
      "brand-sound": rare(-2500),
      "brand-typo": rare(-3000),
      "brand-near": rare(-6000),
      "name-typo": rare(-1500),
      differ: bits(-8000),
    },
    region: { "same-city": bits(3000), ancestor: bits(1000), differ: bits(-4000) },
    industry: {
      equal: bits(4000),
      overlap: bits(2500),
      "one-missing": bits(-500),
      differ: bits(-5000),
    },
    form: { equal: bits(500), differ: bits(-3000) },
    uscc: { equal: rare(12_000, 10), differ: bits(-8000) },
    registration: { equal: rare(3000, 10), differ: bits(-3000) },
    tax: { equal: rare(3000, 10), differ: bits(-3000) },
    phones: { shared: rare(-2000, 8), differ: bits(-800) },
    emails: { shared: rare(-1000, 10), differ: bits(-500) },
    domains: { shared: rare(-3500, 6), differ: bits(-500) },
    contacts: { shared: rare(-2000, 5), differ: bits(-300) },
    address: { "same-door": bits(5000), "same-road": bits(2000), differ: bits(-500) },
  },
  custom,
  cluster,
};

const contactModel: MatchModel = {
  version: 1,
  name: "zh-CN contact 1",
  prior: { milliBits: 0, perDoubling: 1000 },
  thresholds: { match: 3000, possible: -500 },
  comparisons: {
    name: {
      equal: rare(0, 5),
      sound: rare(-2500, 5),
      typo: rare(-3500, 5),
      title: bits(1000),
      differ: bits(-8000),
    },
    customer: { equal: rare(0), differ: bits(-3000) },
    mobiles: { shared: rare(1000, 10), differ: bits(-1500) },
    phones: { shared: rare(-2500, 6), differ: bits(-300) },
    emails: { shared: rare(1000, 10), differ: bits(-800) },
    wechat: { equal: rare(2000, 10), differ: bits(-1500) },
    externalId: { equal: rare(4000, 10), differ: bits(-1000) },
    department: { equal: bits(1000), differ: bits(-500) },
  },
  custom,
  cluster,
};

/** The shipped model for an entity, so that a file of 200 rows works without training. */
export function defaultModel(entity: EntityName): MatchModel {
  return entity === "contact" ? contactModel : customerModel;
}
