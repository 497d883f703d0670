import Fuse from "fuse.js";
import { GoldpanError } from "../errors.ts";
import type { EntityName } from "../model/entity.ts";
import type { GoldenRecord } from "../model/golden.ts";
import { byCodePoint } from "../text/code-point.ts";
import { foldKey } from "../text/fold.ts";
import { pinyinOf } from "../text/pinyin.ts";
import { countGoldens, iterateGoldens } from "../workspace/goldens.ts";
import { openWorkspace, type Workspace } from "../workspace/open-workspace.ts";
import type { RunContext } from "./run-context.ts";

export interface FindQuestion {
  readonly text: string;
  readonly limit: number;
}

/** A golden record that a person may have meant. */
export interface FoundGolden {
  readonly entity: EntityName;
  readonly golden: string;
  readonly name: string;
  readonly members: readonly string[];
  /** Values by field: what tells one hit from the next. */
  readonly values: Readonly<Record<string, string>>;
  /** 0 to 100; for reading only, matching knows nothing of it. */
  readonly similarity: number;
}

/** What is searched of a golden record: names as they are, their sound and initials, its numbers. */
interface Entry {
  readonly golden: GoldenRecord;
  readonly names: readonly string[];
  readonly sounds: readonly string[];
  readonly numbers: readonly string[];
}

const searched: readonly EntityName[] = ["customer", "contact"];
const nameFields = [
  "legal_name",
  "short_name",
  "former_names",
  "english_name",
  "name",
  "remark_name",
];
const numberFields = ["phones", "mobiles", "uscc", "source_code", "tax_no", "wechat_id", "emails"];
const shownFields = [
  "owner",
  "owners",
  "department",
  "title",
  "region",
  "phones",
  "mobiles",
  "uscc",
];
const fewestDigits = 4;

/**
 * Customers and contacts that a person at the keyboard may mean: by name, by a part of it, by its
 * pinyin or initials (`hcjm` for 华宸精密), by digits of a number. Best first, ties by id.
 * Throws DEDUPE_NO_GOLDENS when there is nothing to search yet.
 */
export async function findGoldens(
  { text, limit }: FindQuestion,
  { workspacePath, startedAt }: RunContext,
): Promise<FoundGolden[]> {
  const workspace = openWorkspace(workspacePath, { mode: "read", startedAt });
  try {
    const total = searched.reduce((sum, entity) => sum + countGoldens(workspace, entity), 0);
    if (total === 0) throw new GoldpanError("DEDUPE_NO_GOLDENS", { text });
    const nameOf = userNames(workspace);
    return search(entriesOf(workspace), text)
      .slice(0, limit)
      .map((each) => withOwner(each, nameOf));
  } finally {
    workspace.close();
  }
}

/** Golden ids of colleagues by their names. */
function userNames(workspace: Workspace): ReadonlyMap<string, string> {
  const users = [...iterateGoldens(workspace, "user")];
  return new Map(users.map(({ id, values }) => [id, values["name"]?.items[0] ?? id]));
}

/** A person reads the name of a colleague, not the id. */
function withOwner(each: FoundGolden, nameOf: ReadonlyMap<string, string>): FoundGolden {
  const { owner, owners = owner, ...values } = each.values;
  if (owners === undefined) return each;
  return { ...each, values: { owner: nameOf.get(owners) ?? owners, ...values } };
}

function entriesOf(workspace: Workspace): Entry[] {
  return searched.flatMap((entity) => [...iterateGoldens(workspace, entity)].map(entryOf));
}

function entryOf(golden: GoldenRecord): Entry {
  const items = (fields: readonly string[]): string[] =>
    fields.flatMap((field) => golden.values[field]?.items ?? []);
  const names = items(nameFields).map(foldKey);
  const syllables = names.map((name) => pinyinOf(name)).filter((sound) => sound !== "");
  const initials = syllables.map((sound) => sound.replaceAll(/(\S)\S*\s*/g, "$1"));
  return {
    golden,
    names,
    sounds: [...syllables.map((sound) => sound.replaceAll(" ", "")), ...initials],
    numbers: items(numberFields).map((text) => text.toLowerCase()),
  };
}

function search(entries: readonly Entry[], text: string): FoundGolden[] {
  const wanted = foldKey(text);
  const exact = entries.filter((entry) => holds(entry, wanted));
  const seen = new Set(exact);
  const near = fuzzy(
    entries.filter((entry) => !seen.has(entry)),
    wanted,
  );
  return [...exact.map((entry) => found(entry, 100)), ...near].toSorted(
    (a, b) => b.similarity - a.similarity || byCodePoint(a.golden, b.golden),
  );
}

/** The text itself stands in a name, a sound or, where it is long enough to tell, a number. */
function holds({ names, sounds, numbers }: Entry, wanted: string): boolean {
  if (wanted === "") return false;
  const isNumber = wanted.replaceAll(/\D/g, "").length >= fewestDigits;
  const isLatin = /^[a-z]{2,}$/.test(wanted);
  return (
    names.some((name) => name.includes(wanted)) ||
    (isLatin && sounds.some((sound) => sound.startsWith(wanted))) ||
    (isNumber && numbers.some((number) => number.includes(wanted)))
  );
}

function fuzzy(entries: readonly Entry[], wanted: string): FoundGolden[] {
  const fuse = new Fuse(entries, {
    keys: ["names", "sounds"],
    ignoreLocation: true,
    includeScore: true,
    threshold: 0.4,
  });
  return fuse
    .search(wanted)
    .map(({ item, score = 1 }) => found(item, Math.floor((1 - score) * 99)));
}

function found({ golden }: Entry, similarity: number): FoundGolden {
  const value = (field: string): string => golden.values[field]?.items[0] ?? "";
  const shown = shownFields.map((field) => [field, value(field)] as const);
  return {
    entity: golden.entity,
    golden: golden.id,
    name: value("legal_name") || value("name") || value("remark_name"),
    members: golden.members,
    values: Object.fromEntries(shown.filter(([, text]) => text !== "")),
    similarity,
  };
}
