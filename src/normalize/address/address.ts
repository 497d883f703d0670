import type { Normalizer } from "../../model/normalizer.ts";
import type { ParsedAddress } from "../../model/parsed.ts";
import { foldKey } from "../../text/fold.ts";
import { missingValue } from "../missing-value.ts";
import { outcomeOf } from "../outcome.ts";
import { readWriting } from "../writing.ts";
import { readRegion } from "./read-region.ts";
import { parsedRegion } from "./region.ts";

const label = /^(?:(?:公司|单位|联系|注册|办公|详细)*地址|邮编)[:：]\s*/;
const country = /^(?:中华人民共和国|中国)/;
const roadAndNumber =
  /([\p{Script=Han}\d]{1,12}?(?:路|街|道|巷|弄|大道|胡同))(\d+)(?:号|號|弄|#)?/u;

/**
 * An address: its region, road and number for matching; the text itself is only cleaned.
 * `"广东省深圳市南山区科技路 1 号"` -> key `"440305科技路1"`
 */
export const address: Normalizer<undefined> = {
  name: "address",
  observe: () => undefined,
  normalize(raw, _context, options) {
    const missing = missingValue(raw, options);
    if (missing !== undefined) return missing;
    const { text: display, steps, findings } = readWriting(raw);
    const parsed = parseAddress(display);
    const place = parsed.road === "" ? foldKey(display) : foldKey(parsed.road + parsed.number);
    const item = { display, key: parsed.region + place, parsed, written: raw };
    return outcomeOf(raw, { items: [item], steps, findings }, options);
  },
};

function parseAddress(text: string): ParsedAddress {
  const plain = text.replace(label, "").replace(/\s+/g, "").replace(country, "");
  const read = readRegion(plain);
  const isRead = read !== undefined && read !== "ambiguous";
  const [, road = "", number = ""] = roadAndNumber.exec(isRead ? read.rest : plain) ?? [];
  const known = parsedRegion(isRead ? read.code : "");
  return { ...known, road, number };
}
