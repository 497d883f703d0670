import { isLetterOf, letterSet } from "../../text/letter-set.ts";
import { simplify } from "../../text/simplify.ts";
import type { DivisionNames } from "./division.ts";

const kind = /(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|地区|新区|林区|矿区|区)$/;
/** What stands before 区 in the kinds of several letters. */
const beforeArea = letterSet("政治地新林矿");
const oneLetterKinds: ReadonlySet<string> = new Set("省盟市县旗");
/** Peoples whose name stands without 族 in front of 自治, and the others. */
const peoples =
  "(?:蒙古|维吾尔|哈萨克|柯尔克孜|达斡尔|锡伯|塔吉克|鄂温克|鄂伦春|各)族?|(?:回|藏|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|土|仫佬|羌|布朗|撒拉|毛南|仡佬|怒|普米|保安|裕固|独龙)族";
const nationality = new RegExp(`(?:${peoples})+自治([州县旗])$`);

/** `"金秀瑶族自治县"` -> short `"金秀"` */
export function divisionNames(name: string): DivisionNames {
  // 乾 is the one letter of the tables that is written otherwise in simplified letters.
  const key = name.includes("乾") ? simplify(name) : name;
  return { name, key, short: shortName(key) };
}

/** 金秀瑶族自治县 is also called 金秀 and 金秀县. */
export function writingsOf({ key, short }: DivisionNames): readonly string[] {
  if (short === key) return [key];
  const ending = key.includes("自治") ? nationality.exec(key)?.[1] : undefined;
  return ending === undefined || short + ending === key
    ? [key, short]
    : [key, short, short + ending];
}

/** A short name needs two letters of its own: 矿区 and 郊区 have none. */
function shortName(name: string): string {
  const plain = name.includes("自治") ? name.replace(nationality, "") : name;
  const short = withoutKind(plain);
  // 碑林区 is no 林区.
  const longer = short.length < 2 && plain.endsWith("林区") ? plain.slice(0, -1) : short;
  return longer.length >= 2 ? longer : name;
}

/** Of the kinds only those that end in 区 have several letters. */
function withoutKind(name: string): string {
  if (name.endsWith("区")) {
    return isLetterOf(beforeArea, name, name.length - 2)
      ? name.replace(kind, "")
      : name.slice(0, -1);
  }
  return oneLetterKinds.has(name.slice(-1)) ? name.slice(0, -1) : name;
}
