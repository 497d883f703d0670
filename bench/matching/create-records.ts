import type { Random } from "../generator/random.ts";
import { dirtyMobile } from "../generator/noise.ts";
import { registeredName, type Company, type Person } from "./company.ts";
import { inventAgentPhone, inventFamily, inventHotline } from "./invent-families.ts";
import { homophoneOf, replaceAt } from "./letter-noise.ts";
import { distortName, type NameInCell } from "./name-noise.ts";
import {
  formerNamePercent,
  nameNoiseRates,
  rowsPerCompany,
  secondNoisePercent,
  sourceProfiles,
  valueNoisePerMille,
  type NameNoise,
  type SourceProfile,
} from "./noise-rates.ts";
import { weightedChoice } from "./weighted-choice.ts";

/** One row of one source with the truth beside it. */
export interface LabelledRow {
  readonly id: string;
  readonly company: Company;
  /** What was done to the name; "former-name" and "cut" beside the kinds of `nameNoiseRates`. */
  readonly noise: readonly (NameNoise | "former-name" | "cut")[];
  readonly cells: RowCells;
}

/** Cells as they stand in the source, "" = empty. */
export interface RowCells {
  readonly name: string;
  readonly uscc: string;
  readonly contact: string;
  readonly mobile: string;
  readonly landline: string;
  readonly email: string;
  readonly address: string;
  readonly region: string;
}

const chooseCount = weightedChoice(rowsPerCompany);
const chooseProfile = weightedChoice(sourceProfiles.map((each) => [each, each.share] as const));
const noNoise = 1000 - nameNoiseRates.reduce((sum, [, rate]) => sum + rate, 0);
const chooseNoise = weightedChoice<NameNoise | "">([...nameNoiseRates, ["", noNoise]]);

/**
 * At least `count` rows of invented companies, family after family; `visit` gets them in the order
 * of companies, with ids that tell nothing. The same random source gives the same rows.
 */
export function createRows(random: Random, count: number, visit: (row: LabelledRow) => void): void {
  const agents: string[] = [];
  let company = 0;
  for (let row = 0; row < count;) {
    const family = inventFamily(random, company);
    company = Math.max(...family.map(({ id }) => id)) + 1;
    for (const member of family) {
      if (agents.length < 2 + count / 20_000) agents.push(newAgent(random, member));
      const rows = chooseCount(random);
      for (let copy = 0; copy < rows; copy += 1) {
        visit(createRow(random, member, rowId(row), agents));
        row += 1;
      }
    }
  }
}

/** A bijection on 31 bits, so that the order of ids tells nothing of companies. */
function rowId(row: number): string {
  const scrambled = (Math.imul(row, 0x2c1b3c6d) & 0x7fffffff) ^ 0x155a4e35;
  return `r${String(scrambled).padStart(10, "0")}`;
}

function newAgent(random: Random, { place }: Company): string {
  return random.chance(50) ? inventHotline(random) : inventAgentPhone(random, place);
}

function createRow(
  random: Random,
  company: Company,
  id: string,
  agents: readonly string[],
): LabelledRow {
  const profile = chooseProfile(random);
  const { text, noise } = createName(random, company, profile);
  const person = random.chance(60) ? company.people[0] : random.pick(company.people);
  const cells = createCells(random, company, profile, person ?? random.pick(company.people));
  const isAgent = perMille(random, valueNoisePerMille.agentPhone);
  const landline = isAgent ? random.pick(agents) : cells.landline;
  return { id, company, noise, cells: { ...cells, landline, name: text } };
}

interface NoisyName {
  readonly text: string;
  readonly noise: LabelledRow["noise"];
}

function createName(random: Random, company: Company, { longestName }: SourceProfile): NoisyName {
  const noise: LabelledRow["noise"][number][] = [];
  let name = { parts: company.name, text: registeredName(company.name) };
  if (company.formerBrand !== "" && random.chance(formerNamePercent)) {
    const parts = { ...company.name, brand: company.formerBrand };
    const text = registeredName(parts);
    name = random.chance(20)
      ? { ...name, text: `${name.text}（曾用名：${text}）` }
      : { parts, text };
    noise.push("former-name");
  }
  const rounds = random.chance(secondNoisePercent) ? 2 : 1;
  for (let round = 0; round < rounds; round += 1) name = addNoise(random, name, company, noise);
  if (longestName === 0 || name.text.length <= longestName) return { text: name.text, noise };
  return { text: name.text.slice(0, longestName), noise: [...noise, "cut"] };
}

function addNoise(
  random: Random,
  name: NameInCell,
  company: Company,
  noise: LabelledRow["noise"][number][],
): NameInCell {
  const kind = chooseNoise(random);
  if (kind === "") return name;
  const distorted = distortName(random, kind, name, company);
  if (distorted === undefined) return name;
  noise.push(kind);
  return distorted;
}

function createCells(
  random: Random,
  company: Company,
  profile: SourceProfile,
  person: Person,
): Omit<RowCells, "name"> {
  const filled = (percent: number, write: () => string): string =>
    random.chance(percent) ? write() : "";
  return {
    uscc: filled(profile.uscc, () => writeUscc(random, company.uscc)),
    contact: filled(profile.contact, () => writeContact(random, person)),
    mobile: filled(profile.mobile, () => writeMobile(random, person.mobile)),
    landline: filled(profile.landline, () => writeLandline(random, company.landline)),
    email: filled(profile.email, () => person.email),
    address: filled(profile.address, () => writeAddress(random, company)),
    region: filled(profile.region, () => writeRegion(random, company)),
  };
}

function writeUscc(random: Random, uscc: string): string {
  if (!perMille(random, valueNoisePerMille.usccDamaged)) return uscc;
  return replaceAt(uscc, random.below(18), random.digits(1));
}

function writeContact(random: Random, { name }: Person): string {
  const surname = /^(欧阳|司徒|上官|诸葛|皇甫)/.exec(name)?.[0] ?? name.slice(0, 1);
  if (perMille(random, valueNoisePerMille.contactTitleOnly)) {
    return surname + random.pick(["经理", "总", "先生", "女士", "工", "主任"]);
  }
  if (!perMille(random, valueNoisePerMille.contactHomophone)) return name;
  const last = name.length - 1;
  return replaceAt(name, last, homophoneOf(random, name[last] ?? ""));
}

function writeMobile(random: Random, mobile: string): string {
  if (perMille(random, valueNoisePerMille.mobileChanged)) return `13${random.digits(9)}`;
  if (!perMille(random, valueNoisePerMille.mobileMistyped)) return dirtyMobile(random, mobile);
  return replaceAt(mobile, 3 + random.below(8), random.digits(1));
}

function writeLandline(random: Random, landline: string): string {
  if (landline === "") return "";
  const mistyped = perMille(random, valueNoisePerMille.landlineMistyped)
    ? replaceAt(landline, landline.length - 1 - random.below(4), random.digits(1))
    : landline;
  return random.pick([
    mistyped,
    mistyped,
    mistyped.replace("-", ""),
    `${mistyped}-80${random.digits(1)}`,
  ]);
}

function writeAddress(random: Random, { place, countyName, road, door, room }: Company): string {
  const number = perMille(random, valueNoisePerMille.addressOld) ? 1 + random.below(800) : door;
  const head = random.pick([place.province + place.city, place.city, place.city, place.short, ""]);
  return `${head}${countyName}${road}${number}号${random.chance(60) ? room : ""}`;
}

function writeRegion(random: Random, { place, countyName }: Company): string {
  return random.pick([
    place.city,
    place.short,
    place.province + place.city,
    place.city + countyName,
  ]);
}

function perMille(random: Random, rate: number): boolean {
  return random.below(1000) < rate;
}
