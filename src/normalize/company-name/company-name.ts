import type { Finding } from "../../model/finding.ts";
import type { Change, Normalized, Normalizer, NormalizeOptions } from "../../model/normalizer.ts";
import type { ParsedCompanyName } from "../../model/parsed.ts";
import { cleanName } from "../../text/clean-text.ts";
import { foldKey } from "../../text/fold.ts";
import { isLetterOf, letterSet } from "../../text/letter-set.ts";
import { missingCode, missingValue } from "../missing-value.ts";
import { outcomeOf } from "../outcome.ts";
import { readWriting } from "../writing.ts";
import { gluedNote } from "./glued-note.ts";
import { holds, holdsTwice, lettersOf, type NameLetters, nameLetters } from "./name-letters.ts";
import { parseCompanyName, parsePlainName } from "./parse-company-name.ts";
import { type NameWithNotes, splitNotes } from "./split-notes.ts";
import { unfitCode } from "./unfit-name.ts";

/** Words that stand for no company, beside those that stand for no value at all. */
const noCompany: ReadonlySet<string> = new Set(
  "公司 有限公司 股份有限公司 客户 测试公司 测试客户 测试单位 个人 个人客户 散客 散户 零散客户 零售客户 零售 门店零售 门市零售 现金客户 临时客户 一次性客户 其他客户 其它客户 其他 其它 内部客户 内部 本公司 我司 匿名 游客 某公司 某某公司 xx公司 xxx公司 xx有限公司 xxx有限公司 新客户".split(
    " ",
  ),
);

/** What they and the names of tests begin with. */
const mayBegin = letterSet(`${[...noCompany].map((word) => word.charAt(0)).join("")}测t`);

const testName = /^(?:测试|test)(?:公司|客户|单位|数据)?\d{1,6}$/;

/**
 * A company's name: the display value keeps the legal name and is only rewritten safely; the key
 * keeps the region, so that namesakes in two cities never share one.
 * `"深圳华宸精密 机械有限责任公司(已停用)"` -> display without space and note, key `"深圳华宸精密机械"`
 */
export const companyName: Normalizer<undefined> = {
  name: "company-name",
  observe: () => undefined,
  normalize: (raw, _context, options) => missingValue(raw, options) ?? readCell(raw, options),
};

function readCell(raw: string, options: NormalizeOptions): Normalized {
  const letters = lettersOf(raw);
  const isPlain =
    !holds(letters, nameLetters.other | nameLetters.note) &&
    gluedNote(raw) === undefined &&
    !isNoCompany(raw);
  return isPlain ? readPlain(raw, letters) : readName(raw, options);
}

/** Four cells in five hold a name of common Han letters and nothing else: there is nothing to repair. */
function readPlain(name: string, letters: NameLetters): Normalized {
  const { parsed, key: own } = parsePlainName(name, letters);
  const unfit = holdsTwice(letters, nameLetters.masked) ? unfitCode(name) : "";
  const key = unfit === "" ? own : "";
  const findings = findingsOf(plainNotes, parsed, unfit);
  return {
    display: name,
    key,
    items: [{ display: name, key, parsed }],
    changes: noChanges,
    findings,
  };
}

function readName(raw: string, options: NormalizeOptions): Normalized {
  const { text, steps, findings: problems, isLost } = readWriting(raw, cleanName);
  if (isLost) {
    const items = [{ display: text, key: "", written: raw }];
    return outcomeOf(raw, { items, steps, findings: problems }, options);
  }
  const cut = cutNotes(text);
  const noted = rewritten(cut, text);
  const folded = foldKey(noted.name);
  // What is left of a cell may be a placeholder: 无、
  const isMissing = noted.name !== raw && missingCode(noted.name) !== undefined;
  if (isMissing || isNoCompany(folded)) return noName(raw, folded, options);
  const { parsed, key: own } = parseCompanyName(noted, folded);
  const unfit = unfitCode(noted.name);
  const key = unfit === "" ? own : "";
  const rule = noted.aliases.length > 0 ? "N113" : "N112";
  const item = { display: noted.name, key, parsed, written: raw };
  const ownFindings = findingsOf(noted, parsed, unfit);
  const findings = problems.length === 0 ? ownFindings : [...problems, ...ownFindings];
  const cutting = [
    { rule, text: cut.name },
    { rule: "N109", text: noted.name },
  ];
  const all = cut.name === text ? steps : [...steps, ...cutting];
  return outcomeOf(raw, { items: [item], steps: all, findings }, options);
}

/** As long as a test name with its number; those of the list are shorter. */
const longestNoCompany = 12;

/** Without its notes a name may show that it is written in traditional letters. */
function rewritten(cut: NameWithNotes, text: string): NameWithNotes {
  const name = cut.name === text ? text : cleanName(cut.name).text;
  return name === cut.name ? cut : { ...cut, name };
}

function isNoCompany(folded: string): boolean {
  if (folded.length > longestNoCompany) return false;
  if (folded === "") return true;
  if (!isLetterOf(mayBegin, folded, 0)) return false;
  return noCompany.has(folded) || testName.test(folded);
}

/** What stood before the name may leave its blank behind. */
function cutNotes(text: string): NameWithNotes {
  const cut = splitNotes(text);
  return cut.name.startsWith(" ") ? { ...cut, name: cut.name.trim() } : cut;
}

function noName(raw: string, folded: string, options: NormalizeOptions): Normalized {
  const code = folded === "" ? "N111" : "N003";
  const findings = [{ code, severity: "warning", value: raw } as const];
  return outcomeOf(raw, { items: [], steps: [{ rule: code, text: "" }], findings }, options);
}

const noFindings: readonly Finding[] = [];
const noChanges: readonly Change[] = [];
const plainNotes = { notes: [], aliases: [] };

function findingsOf(
  { notes, aliases }: Omit<NameWithNotes, "name">,
  parsed: ParsedCompanyName,
  unfit: string,
): readonly Finding[] {
  if (notes.length + aliases.length === 0 && !parsed.mayBeTruncated && unfit === "") {
    return noFindings;
  }
  const cut = parsed.mayBeTruncated ? [parsed.norm] : [];
  const whole =
    unfit === "" ? [] : [{ code: unfit, severity: "warning", value: parsed.norm } as const];
  return [
    ...whole,
    ...notes.map((value) => finding("N112", value)),
    ...aliases.map((value) => finding("N113", value)),
    ...cut.map((value) => finding("N114", value)),
  ];
}

function finding(code: string, value: string): Finding {
  return { code, severity: "info", value };
}
