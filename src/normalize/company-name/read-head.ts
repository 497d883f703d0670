import type { NameReading } from "../../model/parsed.ts";
import { isLetterOf, letterSet } from "../../text/letter-set.ts";
import { divisionOf, placeNameOf } from "../address/divisions.ts";
import { splitForm, type WithoutForm } from "./forms.ts";
import { codeOf, type NameKind, type RegionCut, trailingRegion } from "./leading-region.ts";
import { holds, type NameLetters, nameLetters } from "./name-letters.ts";
import { readBank } from "./read-bank.ts";
import type { ReadBrackets } from "./read-brackets.ts";
import { type LedName, readCore } from "./read-core.ts";
import { tradeLengthBefore } from "./trades.ts";

/** What a name says up to its branch. */
export interface NameParts {
  readonly region: string;
  /** The region as the key writes it: its short name, or the letters of one that is not certain. */
  readonly place: string;
  readonly brand: string;
  readonly industry: readonly string[];
  readonly form: string;
  /** The letters of the form, where it is no company's: 厂, 商行, 律师事务所. */
  readonly tail: string;
  /** 集团 or 控股: the parent of a group is not its subsidiary. */
  readonly group: string;
  /** (中国): the Chinese company of a foreign parent. */
  readonly isOfChina: boolean;
  readonly second: NameReading | undefined;
}

const groupTail = /(?:企业集团|集团|投资控股|控股)$/;
const groupLetters = letterSet("团股");
export const china = "中国";
const company = "公司";
const bank = "银行";
/** Hospitals, schools, offices: their long names are no brand with a trade inside. */
const institutions: ReadonlySet<string> = new Set(["inst", "ngo", "prof", "bank"]);
/** 华宸Inc.: an English form behind a Chinese name. */
const latinForm = /(?<=[\u4e00-\u9fff]{2})(?:co)?(?:ltd|limited|inc|llc|corp|gmbh)$/;
/** 松下电器中国有限公司: 中国 behind the trade says as much as (中国). */
const chinaBehind = /(?<=.{2})中国$/;
const japaneseForm = /^(?:株式会社|有限会社|合同会社)(?=.{2})/;
/** Forms of one kind of legal person: 有限公司 and 股份有限公司 of one core are hardly two companies. */
const companyForms: ReadonlySet<string> = new Set(["jsc", "llc", "unlimited", "company"]);

/**
 * The parts of a name in Han letters without its branch. 华宸有限公司深圳: a place behind the form stands
 * there like one in brackets. `letters` may be those of the name with its branch.
 */
export function readHead(written: string, letters: NameLetters, brackets: ReadBrackets): NameParts {
  const mayBeJapanese = holds(letters, nameLetters.parent);
  const head = mayBeJapanese && japaneseForm.test(written) ? movedForm(written) : written;
  const behind = brackets.region === "" ? placeBehindForm(head, letters) : undefined;
  if (behind === undefined) return readHanName(head, letters, brackets);
  const placed = { ...brackets, region: codeOf(behind), isRegionBehind: true };
  return readHanName(head.slice(0, behind.end), letters, placed);
}

/** 华宸有限公司|深圳 */
export function placeBehindForm(name: string, letters: NameLetters): RegionCut | undefined {
  if (!holds(letters, nameLetters.company) || name.endsWith(company)) return undefined;
  const rest = name.length - name.lastIndexOf(company) - company.length;
  const mayBePlace = rest >= 2 && rest <= 4;
  return mayBePlace ? trailingRegion(name, (before) => before.endsWith(company)) : undefined;
}

/** 株式会社华宸 is 华宸株式会社. */
function movedForm(name: string): string {
  const [form = ""] = japaneseForm.exec(name) ?? [];
  return name.slice(form.length) + form;
}

function readHanName(head: string, letters: NameLetters, brackets: ReadBrackets): NameParts {
  const name = withoutLatinForm(head);
  const { core, form, tail } = isBank(name, letters) ? bankWith(name) : splitForm(name);
  const inner = core.endsWith(china) ? core.replace(chinaBehind, "") : core;
  const { group, trades, read } = isBank(inner, letters)
    ? { read: readBank(inner, brackets.region), group: "", trades: noTrades }
    : readParts(inner, form, letters, brackets);
  return {
    region: read.region,
    place: read.place + secondPlace(read.region, brackets),
    brand: read.brand,
    industry: trades.length === 0 ? read.trade : [...read.trade, ...trades],
    form: brackets.form || form || (group === "" ? "" : "group"),
    tail: companyForms.has(form) ? "" : tail,
    group,
    isOfChina: brackets.isOfChina || inner !== core,
    second: read.second,
  };
}

function withoutLatinForm(head: string): string {
  return head.charCodeAt(head.length - 1) < 128 ? head.replace(latinForm, "") : head;
}

function isBank(name: string, letters: NameLetters): boolean {
  return holds(letters, nameLetters.parent) && name.endsWith(bank);
}

function bankWith(core: string): WithoutForm {
  return { core, form: "bank", tail: "" };
}

const noTrades: readonly string[] = [];

interface Parts {
  readonly read: LedName;
  readonly group: string;
  /** Trades that look like a form: 超市 in 觅美生活超市网店. */
  readonly trades: readonly string[];
}

function readParts(
  name: string,
  form: string,
  letters: NameLetters,
  brackets: ReadBrackets,
): Parts {
  const behind = brackets.region === "" ? trailingRegion(name, endsInTrade) : undefined;
  const { core: withGroup, trades } = splitInnerForms(name.slice(0, behind?.end), form);
  const { core, group } = splitGroup(withGroup);
  const read = readCore(core, {
    code: behind === undefined ? brackets.region : codeOf(behind),
    kind: kindOf(form),
    letters,
  });
  return { read, group: group === "" ? brackets.group : group, trades };
}

function kindOf(form: string): NameKind {
  return form === "gth" ? "trader" : institutions.has(form) ? "institution" : "company";
}

/** 北京盈科(上海)律师事务所 is not the firm in Beijing: a bracket that names another place stays in the key. */
function secondPlace(region: string, { region: other, isRegionBehind }: ReadBrackets): string {
  if (other === "" || region === "" || isRegionBehind || region === other) return "";
  const { province, city } = divisionOf(region) ?? {};
  return province?.code === other || city?.code === other ? "" : placeNameOf(other);
}

/** 华宸技术|上海: behind a trade or the word for a group stands a region, behind a brand only perhaps. */
function endsInTrade(before: string): boolean {
  return groupTail.test(before) || tradeLengthBefore(before, before.length) >= 2;
}

/** 觅美生活超市网店: a shop's tail before the form says what it trades in. */
function splitInnerForms(core: string, form: string): { core: string; trades: readonly string[] } {
  if (form === "" || core.length < 4) return { core, trades: noTrades };
  const inner = splitForm(core);
  const isTrade =
    (inner.form === "gth" || inner.form === "inst") &&
    inner.tail.length >= Math.max(2, tradeLengthBefore(core, core.length));
  return isTrade ? { core: inner.core, trades: [inner.tail] } : { core, trades: noTrades };
}

function splitGroup(core: string): { core: string; group: string } {
  if (!isLetterOf(groupLetters, core, core.length - 1)) return { core, group: "" };
  const [tail = ""] = groupTail.exec(core) ?? [];
  const short = core.slice(0, core.length - tail.length);
  if (tail === "" || short.length < 2) return { core, group: "" };
  return { core: short, group: tail.includes("集团") ? "集团" : "控股" };
}
