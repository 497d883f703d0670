import type { Normalizer } from "../../model/normalizer.ts";
import { text } from "../text.ts";

/**
 * Remarks of WeChat and WeCom contacts: the text stays as it is but for its writing; what it says
 * is for `parseRemark`. `"张三－华东机电 "` -> display "张三-华东机电"
 */
export const remark: Normalizer<undefined> = {
  name: "remark",
  observe: () => undefined,
  normalize: (raw, context, options) => text.normalize(raw, context, options),
};
