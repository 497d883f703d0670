import type { Finding } from "../../model/finding.ts";
import type { Normalized, Normalizer, NormalizeOptions } from "../../model/normalizer.ts";
import { cleanPersonName } from "../../text/clean-text.ts";
import { isPlainHan } from "../../text/plain-han.ts";
import { missingValue } from "../missing-value.ts";
import { outcomeOf, type ReadItem, type Step } from "../outcome.ts";
import { readWriting, type Writing } from "../writing.ts";
import { bareName } from "./beside-name.ts";
import { readPerson } from "./read-person.ts";
import { isSurname, looksLikeName } from "./surname.ts";
import { isTitle } from "./title.ts";

const dotInName = /(?<=\p{Script=Han})[.•・‧∙●](?=\p{Script=Han})/gu;
const separator = /\s*[、,，;；/]\s*/;

/**
 * Names of persons. `"刘 小姐"` -> display "刘小姐", surname 刘, title 小姐, female, no key: a surname
 * with a title is nobody in particular. `"张三先生"` -> key "张三"; "阿卜杜拉．买买提" gets "·".
 */
export const personName: Normalizer<undefined> = {
  name: "person-name",
  observe: () => undefined,
  normalize: (raw, _context, options) => missingValue(raw, options) ?? readCell(raw, options),
};

function readCell(raw: string, options: NormalizeOptions): Normalized {
  const writing = readWriting(raw, cleanPersonName);
  // Most cells hold a name of Han letters and nothing else.
  if (isPlainHan(raw) && writing.text === raw) return readPlain(raw, writing, options);
  const spaced = spacedNames(raw);
  const text = (spaced ?? writing.text).replace(dotInName, "·");
  const steps: Step[] = spaced === undefined ? [...writing.steps, { rule: "N702", text }] : [];
  const names = namesIn(text);
  if (names.length > 1) steps.push({ rule: "N705", text: names.join("; ") });
  const read = names.map((name) => readOne(name, names.length === 1 ? raw : name));
  const problems = read.flatMap(({ code, item }) =>
    code === "" ? [] : [{ code, severity: "info", value: item.display } as const],
  );
  const findings = [...writing.findings, ...problems];
  const items = read.map(({ item }) => item).filter(({ display }) => display !== "");
  return outcomeOf(raw, { items, steps, findings }, options);
}

function readPlain(
  raw: string,
  { steps, findings }: Writing,
  options: NormalizeOptions,
): Normalized {
  const { item, code } = readOne(raw, raw);
  const problem: Finding = { code, severity: "info", value: item.display };
  const all = code === "" ? findings : [...findings, problem];
  return outcomeOf(raw, { items: [item], steps, findings: all }, options);
}

/** Several names only where each part is one: "Smith, John" and "质量/技术部" stay whole. */
function namesIn(text: string): readonly string[] {
  const parts = text.split(separator);
  const areNames = parts.length > 1 && parts.every((part) => looksLikeName(bareName(part).name));
  return areNames ? parts : [text];
}

/** "张三 李四" are two names, "张 三" and "王伟 高工" one. */
function spacedNames(raw: string): string | undefined {
  const parts = raw.normalize("NFKC").trim().split(/\s+/);
  const areNames = parts.length > 1 && parts.length < 5 && parts.every(isFullName);
  return areNames ? parts.join("、") : undefined;
}

function isFullName(part: string): boolean {
  return (
    looksLikeName(part) &&
    !isSurname(part) &&
    !isTitle(part) &&
    !/[员部长师工总监理管科处岗]$/.test(part)
  );
}

function readOne(display: string, written: string): { item: ReadItem; code: string } {
  const { parsed, code } = readPerson(display);
  if (parsed === undefined) return { item: { display, key: "", written }, code };
  const key = parsed.given === "" ? "" : parsed.surname + parsed.given;
  return { item: { display, key, parsed, written }, code };
}
