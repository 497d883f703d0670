import type { Normalizer } from "../model/normalizer.ts";
import { foldKey } from "../text/fold.ts";
import { missingValue } from "./missing-value.ts";
import { outcomeOf } from "./outcome.ts";
import { readWriting } from "./writing.ts";

const ending = /(?:行业|产业|业|类)$/;

/** An industry as people write it: the text cleaned, the key without 行业 and 业. `"机械制造业"` -> key `"机械制造"` */
export const industry: Normalizer<undefined> = {
  name: "industry",
  observe: () => undefined,
  normalize(raw, _context, options) {
    const missing = missingValue(raw, options);
    if (missing !== undefined) return missing;
    const { text: display, steps, findings } = readWriting(raw);
    const folded = foldKey(display);
    const short = folded.replace(ending, "");
    const item = { display, key: short.length >= 2 ? short : folded, written: raw };
    return outcomeOf(raw, { items: [item], steps, findings }, options);
  },
};
