import type { ParsedCompanyName } from "../../model/parsed.ts";
import { branchKey, isBranchKey } from "./branch-key.ts";
import { isCompanyForm } from "./form-number.ts";

/** What stands behind brand and form of a name, as far as the parser left it open. */
export interface NameTail {
  readonly trades: readonly string[];
  /** Key of the branch, "" for a head office. */
  readonly branch: string;
  readonly form: string;
}

/**
 * Trade words, branch and form of a name. What follows 公司 is a branch, also where a chat program cut
 * it off (`有限公司宁波办`), or else a remark; never a trade. A shop without trade words has what it
 * calls itself (小吃店, 商行); `inBrackets` gives the texts that the name shows in brackets.
 */
export function readNameTail(
  name: ParsedCompanyName,
  inBrackets: () => readonly string[],
): NameTail {
  const { industry, form, branch } = name;
  if (branch !== "" || isCompanyForm(form)) {
    return { trades: industry, branch: branch === "" ? "" : branchKey(branch), form };
  }
  const cut = (form === "" ? behindCompany(name) : undefined) ?? behindShop(name);
  if (cut !== undefined) return cut;
  const shop = form === "" || industry.length > 0 ? "" : shopOf(name, inBrackets());
  return { trades: shop === "" ? industry : [shop], branch: "", form };
}

function behindCompany({
  norm,
  industry,
  mayBeTruncated,
}: ParsedCompanyName): NameTail | undefined {
  const behind = /公司([^公]+)$/u.exec(norm)?.[1];
  if (behind === undefined) return undefined;
  const words = wordsBefore(industry, (word) => word.includes("公司"));
  const trades = words.at(-1) === "股份" ? words.slice(0, -1) : words;
  const key = branchKey(behind);
  const isBranch = mayBeTruncated || isBranchKey(key);
  return { trades, branch: isBranch ? key : "", form: "company" };
}

// 迅通药店泰安营业部; what follows a trade (城东商贸营业部) is the shop itself.
const shopOffice = /[店部院厂馆所社场行](.{2,4}(?:营业部|办事处|分公司|分店|分部|门市部))$/u;

const lastOfOffices = "部处司店";

function behindShop({ norm, industry, form }: ParsedCompanyName): NameTail | undefined {
  if (!lastOfOffices.includes(norm.slice(-1))) return undefined;
  const office = shopOffice.exec(norm)?.[1];
  if (office === undefined) return undefined;
  const place = office.slice(0, 2);
  const trades = wordsBefore(industry, (word) => word.includes(place) || office.includes(word));
  return { trades, branch: branchKey(office), form };
}

function wordsBefore(
  words: readonly string[],
  isEnd: (word: string) => boolean,
): readonly string[] {
  const end = words.findIndex(isEnd);
  return end < 0 ? words : words.slice(0, end);
}

function shopOf({ norm, brand }: ParsedCompanyName, inBrackets: readonly string[]): string {
  const at = norm.indexOf(brand);
  const tail = at < 0 ? "" : norm.slice(at + brand.length);
  const place = inBrackets.find((text) => text !== "" && tail.startsWith(text));
  return tail.slice(place?.length ?? 0);
}
