import type { Normalizer } from "../../model/normalizer.ts";
import { text } from "../text.ts";
import { observeBy } from "../column-vote.ts";
import { levelVote, type RemarkContext } from "./level-vote.ts";

/**
 * Remarks of WeChat and WeCom contacts: the text stays as it is but for its writing; what it says
 * is for `parseRemark`. `"张三－华东机电 "` -> display "张三-华东机电"
 */
export const remark: Normalizer<RemarkContext> = {
  name: "remark",
  vote: levelVote,
  observe: observeBy(levelVote),
  normalize: (raw, _context, options) => text.normalize(raw, undefined, options),
};
