import lines from "../../src/normalize/address/data/divisions.json" with { type: "json" };
import areaCodes from "../../src/normalize/phone/data/area-codes.json" with { type: "json" };
import type { Random } from "../generator/random.ts";
import { weightedChoice } from "./weighted-choice.ts";

/** A city with its counties, as a company's address and name use it. */
export interface Place {
  readonly code: string;
  /** 广东省; "" for municipalities. */
  readonly province: string;
  /** 深圳市 */
  readonly city: string;
  /** 深圳 */
  readonly short: string;
  /** Area code of landlines, "" when we have none. */
  readonly areaCode: string;
  readonly counties: readonly { readonly code: string; readonly name: string }[];
}

/** Share of companies by city, largest first (rank order of registered companies, roughly); the rest shares evenly. */
const largestCities =
  "440300 310000 110000 440100 510100 500000 330100 320500 120000 420100 610100 370200 320100 441900 430100 330200 410100 440600 210200 350200 370100 340100 320200 350500 350100 330300 530100 210100 450100 360100 220100 230100 130100 330700 330400 320600 441300 442000 520100 140100 370700 330600 320400 371300 650100".split(
    " ",
  );

const municipalities = ["11", "12", "31", "50"];

/** Draws a city by its share of companies. */
export const choosePlace: (random: Random) => Place = weightedChoice(
  readPlaces().map((place) => {
    const rank = largestCities.indexOf(place.code);
    return [place, rank < 0 ? 4 : 600 / (rank + 4)] as const;
  }),
);

function readPlaces(): Place[] {
  const divisions = lines
    .map((line) => ({ code: line.slice(0, 6), name: line.slice(7) }))
    .filter(({ code }) => code < "700000");
  const provinces = new Map(
    divisions.filter(({ code }) => code.endsWith("0000")).map(({ code, name }) => [code, name]),
  );
  return divisions.flatMap(({ code, name }) => {
    const isCity = municipalities.includes(code.slice(0, 2))
      ? code.endsWith("0000")
      : code.endsWith("00") && !code.endsWith("0000");
    if (!isCity || !name.endsWith("市")) return [];
    const prefix = code.endsWith("0000") ? code.slice(0, 2) : code.slice(0, 4);
    const counties = divisions.filter(
      (each) => each.code.startsWith(prefix) && each.code !== code && !each.code.endsWith("00"),
    );
    const province = code.endsWith("0000") ? "" : (provinces.get(`${code.slice(0, 2)}0000`) ?? "");
    const short = name.slice(0, -1);
    return [{ code, province, city: name, short, areaCode: areaCodeOf(code), counties }];
  });
}

/** "" where a city shares its area code with a larger one. */
function areaCodeOf(code: string): string {
  return areaCodes.find((line) => line.endsWith(code))?.split(" ")[0] ?? "";
}
