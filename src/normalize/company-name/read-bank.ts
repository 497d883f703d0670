import { placeNameOf } from "../address/divisions.ts";
import { codeOf, leadingRegions } from "./leading-region.ts";
import { type LedName, placeOf } from "./read-core.ts";

const bank = /^(.*?)银行$/;
/** What many banks are called behind their place. */
const commonBank = /^(?:农村|城市)?(?:商业|信用合作)?$|^(?:农商|城商|村镇)$/;

/**
 * A bank: what stands between its place and 银行 is the brand. `"上海浦东发展银行"` -> 310000,
 * `"浦东发展"`. Where that is nothing or only a kind, the place is part of it: `"重庆农村商业银行"` ->
 * `"重庆农村商业"`. `elsewhere` is a region that stands in brackets.
 */
export function readBank(name: string, elsewhere: string): LedName {
  const regions = leadingRegions(name);
  const cut = regions.findLast(({ end, isZone }) => end < name.length && !isZone);
  const region = cut === undefined ? elsewhere : codeOf(cut);
  const place = cut === undefined ? placeNameOf(elsewhere) : placeOf(name, cut);
  const [, own = ""] = bank.exec(name.slice(cut?.end ?? 0)) ?? [];
  if (own === "") return { region, place, brand: `${place}银行`, trade: [], second: undefined };
  const brand = commonBank.test(own) ? place + own : own;
  return { region, place, brand, trade: ["银行"], second: undefined };
}
